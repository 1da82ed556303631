// The small county of tests/fixtures, as it is or with damage done to a copy. What every test below the browser starts from.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { check } from '../src/model/check.ts';
import type { County } from '../src/model/county.ts';
import { disclosed } from '../src/model/disclosed.ts';
import type { Fault } from '../src/model/fault.ts';
import { resolve } from '../src/model/resolve.ts';
import { readCountyFolder } from '../src/reading/county-folder.ts';

export const smallCounty = join(import.meta.dirname, 'fixtures/small-county');

/** What all texts begin with that the small county withholds or has withdrawn. */
export const canary = '金丝雀';

/** The small county as the public may see it. */
export async function publicSmallCounty(): Promise<County> {
  return resolve(disclosed((await readCountyFolder(smallCounty)).entries));
}

/** One change to a file: replace a text that must be there, write the file anew, or delete it. */
export type Damage = { file: string } & ({ replace: string; by: string } | { write: string | Uint8Array } | { delete: true });

/** A copy of the small county with the damage done, deleted when the callback is through. */
export async function withDamage<T>(damage: readonly Damage[], use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'county-'));
  try {
    await cp(smallCounty, folder, { recursive: true });
    for (const item of damage) {
      const path = join(folder, item.file);
      if ('delete' in item) await rm(path);
      else if ('write' in item) {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, item.write);
      } else {
        const text = await readFile(path, 'utf8');
        if (!text.includes(item.replace)) throw new Error(`${item.file} does not contain “${item.replace}”`);
        await writeFile(path, text.replace(item.replace, item.by));
      }
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the checker says of the damaged county; warnings that the small county has anyway are left out. */
export async function faultsAfter(...damage: Damage[]): Promise<Fault[]> {
  const before = new Set(check(await readCountyFolder(smallCounty)).map((item) => item.message));
  return withDamage(damage, async (folder) => check(await readCountyFolder(folder)).filter((item) => !before.has(item.message)));
}

/** A fault in one line, as a test compares it. */
export function inOneLine({ code, file, line, message }: Fault): string {
  return `${file}:${line} ${code} ${message}`;
}
