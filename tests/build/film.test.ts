// The film of a playlist, by the ffmpeg of the system. Where there is none (it does not come by npm) these tests are left out.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasFfmpeg } from '../../src/rendering/film.ts';
import { runCommand } from '../command.ts';
import { withDamage } from '../county.ts';

const slides = '  - { kind: counts, seconds: 5 }\n  - { kind: unit, id: minzheng, seconds: 9 }\n';
/** An odd number of pixels each way: the codec takes none such. */
const playlist = { file: 'playlists/ping.yml', write: `title: 大厅屏\nsizes: [641x361]\nslides:\n${slides}` };

let out = '';
const film = () => join(out, 'ping', '641x361.mp4');

beforeAll(async () => {
  if (!hasFfmpeg()) return;
  out = await mkdtemp(join(tmpdir(), 'film-'));
  const { code, said } = await withDamage([playlist], (folder) => runCommand('stills', ['--mp4', '--out', out], folder));
  if (code !== 0) throw new Error(said);
});

afterAll(() => (out === '' ? undefined : rm(out, { recursive: true, force: true })));

test.skipIf(!hasFfmpeg())('a film shows every still for its time, and says by which standard its colours are', () => {
  const probe = execFileSync('ffprobe', ['-v', 'error', '-show_streams', '-of', 'json', film()], { encoding: 'utf8' });
  const [stream] = JSON.parse(probe).streams;
  expect(stream).toMatchObject({
    codec_name: 'h264',
    pix_fmt: 'yuv420p',
    width: 642,
    height: 362,
    color_space: 'bt709',
    color_range: 'tv',
  });
  expect(Math.round(Number(stream.duration))).toBe(14);
});

test.skipIf(!hasFfmpeg())('its pictures are the stills, in their colours', async () => {
  for (const [still, second] of [
    ['001.png', '2'],
    ['002.png', '8'],
    ['002.png', '13.5'],
  ] as const) {
    const frame = execFileSync('ffmpeg', [
      '-v',
      'error',
      '-ss',
      second,
      '-i',
      film(),
      '-frames:v',
      '1',
      '-c:v',
      'png',
      '-f',
      'image2pipe',
      '-',
    ]);
    const part = { left: 0, top: 0, width: 640, height: 360 };
    const [shown, drawn] = await Promise.all(
      [frame, join(out, 'ping', '641x361', still)].map((picture) => sharp(picture).removeAlpha().extract(part).raw().toBuffer()),
    );
    if (!shown || !drawn) throw new Error('no picture');
    const difference = drawn.reduce((sum, value, index) => sum + Math.abs(value - (shown[index] ?? 0)), 0) / drawn.length;
    expect(difference, `${still} at ${second} s`).toBeLessThan(2.5);
    // The ground, of which a wrong matrix makes another colour.
    for (const channel of [0, 1, 2]) expect(Math.abs((drawn[channel] ?? 0) - (shown[channel] ?? 0))).toBeLessThanOrEqual(2);
  }
});
