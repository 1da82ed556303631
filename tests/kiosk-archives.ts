// Two releases of the small county's kiosk, built and packed by the real commands: what every test of an update starts from.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Manifest } from '../src/integrations/kiosk.ts';
import { smallCounty, withDamage } from './county.ts';

const project = join(import.meta.dirname, '..');
/** Kept between the runs of the test runners of one `npm test`; made anew by the first. */
export const archives = join(project, '.build/kiosk-archives');

export const run = (script: string, args: string[], env: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, [script, ...args], { cwd: project, env: { ...process.env, ...env } });

async function made(content: string, name: string): Promise<void> {
  const site = join(archives, name, 'site');
  await run('scripts/build.ts', ['--channel', 'kiosk', '--out', site], { CONTENT_DIR: content });
  await run('scripts/kiosk-pack.ts', ['--site', site, '--out', join(archives, name, 'pack'), '--key', join(archives, 'private.pem')]);
}

/** Builds and packs both: `old` as the fixture is, `new` with another title on every page and one page more. */
export async function makeArchives(): Promise<void> {
  await rm(archives, { recursive: true, force: true });
  await made(smallCounty, 'old');
  await withDamage([{ file: 'site.yml', replace: 'title: 小样县权力公开平台', by: 'title: 小样县权力公开平台（新）' }], (folder) =>
    made(folder, 'new'),
  );
}

export interface Release {
  id: string;
  /** The .kiosk file. */
  archive: string;
  /** Folder with archive, latest.json, program and public key. */
  pack: string;
  /** Folder of the site. */
  site: string;
  files: Manifest['files'];
}

export async function release(name: 'old' | 'new'): Promise<Release> {
  const { release: id, files } = JSON.parse(await readFile(join(archives, name, 'site/manifest.json'), 'utf8')) as Manifest;
  const pack = join(archives, name, 'pack');
  return { id, files, pack, archive: join(pack, `${id}.kiosk`), site: join(archives, name, 'site') };
}

/** A machine's folder with `first` installed; deleted by the caller. */
export async function machineWith(first: Release): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-'));
  await cp(join(first.pack, 'kiosk.mjs'), join(folder, 'kiosk.mjs'));
  await run(join(folder, 'kiosk.mjs'), ['install', first.archive]);
  return folder;
}
