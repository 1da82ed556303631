// Stills → one MP4 that televisions and LED players take, with the ffmpeg of the system. H.264 with still-image tuning, a key frame
// every two seconds, no sound; colours by BT.709, which is what a television takes them for, and the file says so; an even number of
// pixels each way, which the codec needs.
import { spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Still } from './stills.ts';

export function hasFfmpeg(): boolean {
  return spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0;
}

/** Writes `film` from the stills in `folder`. Throws what ffmpeg said when it fails. */
export async function makeFilm(folder: string, stills: readonly Still[], film: string): Promise<void> {
  const list = join(folder, 'list.txt');
  // The last picture is named twice: ffmpeg would show it for a moment only.
  const entries = stills.map(({ file, seconds }) => `file '${file}'\nduration ${seconds}`);
  await writeFile(list, `${[...entries, `file '${stills.at(-1)?.file}'`].join('\n')}\n`);
  const frames = 'fps=25,pad=ceil(iw/2)*2:ceil(ih/2)*2,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p';
  const colours = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
  const codec = ['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-tune', 'stillimage'];
  const picture = ['-vf', frames, ...codec, ...colours];
  const stream = ['-crf', '20', '-g', '50', '-movflags', '+faststart', '-an'];
  const done = spawnSync('ffmpeg', ['-y', '-f', 'concat', '-safe', '0', '-i', list, ...picture, ...stream, film], { encoding: 'utf8' });
  await rm(list, { force: true });
  if (done.status !== 0) throw new Error(done.stderr);
}
