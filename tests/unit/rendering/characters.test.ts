import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { charactersOf } from '../../../src/rendering/characters.ts';
import { fontCutter } from '../../../src/rendering/fonts.ts';

const file = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');

test('a font says which characters it has: rare names too, pictures not', () => {
  const has = charactersOf(readFileSync(file));
  for (const char of '一龥喆堃镕赟翀A—“　') expect(has(char.codePointAt(0) ?? 0), char).toBe(true);
  expect(has('🧾'.codePointAt(0) ?? 0)).toBe(false);
});

test('fonts are cut to the characters of a document, whatever else is printed with it; a character they lack is named', async () => {
  const alone = await (await fontCutter(['临溪县']))('临溪县');
  expect(alone.sheet.match(/@font-face/g)).toHaveLength(4);
  expect(alone.files.map(({ name }) => alone.sheet.includes(`url(${name})`))).toEqual([true, true, true, true]);
  for (const { name, bytes } of alone.files) expect(bytes.length, name).toBeLessThan(50_000);
  const among = await fontCutter(['临溪县', '权力、责任、流程、制度、风险，一查便知', '收据🧾']);
  expect(await among('临溪县')).toEqual(alone);
  await expect(among('收据🧾')).rejects.toThrow('印刷字体里没有这些字符：“🧾”（U+1F9FE）');
});
