// The four faces of everything printed, cut down to the characters of one document. In: its text. Out: the faces, and their style sheet.
// Static TrueType, because a variable or CFF font comes out of Chromium as Type 3, which no reader can search (docs/print.md).
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { charactersOf } from './characters.ts';

const { resolve } = createRequire(import.meta.url);

const faces = [
  { family: 'Noto Serif SC', weight: 400, file: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf' },
  { family: 'Noto Serif SC', weight: 700, file: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf' },
  { family: 'Noto Sans SC', weight: 400, file: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf' },
  { family: 'Noto Sans SC', weight: 700, file: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf' },
];

/** Name and version of the packages the fonts come from. */
export async function fontPackages(): Promise<string[]> {
  const packages = new Set(faces.map(({ file }) => file.split('/').slice(0, 2).join('/')));
  return Promise.all(
    [...packages].map(async (name) => `${name} ${JSON.parse(await readFile(resolve(`${name}/package.json`), 'utf8')).version}`),
  );
}

/** Thrown when a character cannot be printed; the message names it. */
export class MissingCharacters extends Error {
  override name = 'MissingCharacters';
}

/** What a browser adds by itself: figures of pages and lists, bullets, and the hyphens and ellipses of its own. */
const always = '0123456789IVXLCDMivxlcdm. •◦▪—‐…';

/** Ends of lines, joiners, byte order marks: nothing that a font has. Blanks are different: 　 is looked for in the font like any other. */
const undrawn = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

interface Face {
  family: string;
  weight: number;
  font: Uint8Array;
  has: (codePoint: number) => boolean;
}
let loaded: Promise<Face[]> | undefined;

function allFaces(): Promise<Face[]> {
  loaded ??= Promise.all(
    faces.map(async ({ family, weight, file }) => {
      const font = await readFile(resolve(file));
      return { family, weight, font, has: charactersOf(font) };
    }),
  );
  return loaded;
}

/** What of a text a font has to draw, each character once, in a fixed order. */
function drawnIn(texts: Iterable<string>): string[] {
  const characters = new Set(always);
  for (const text of texts) for (const char of text) characters.add(char);
  return [...characters].filter((char) => !undrawn.test(char)).sort();
}

function namesOf(characters: readonly string[]): string {
  return characters.map((char) => `“${char}”（U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}）`).join('、');
}

/** Fonts for one document, to lie beside it: a browser reads them so in a third of the time that it needs for fonts within the page. */
export interface CutFonts {
  files: { name: string; bytes: Uint8Array }[];
  /** `@font-face` rules. */
  sheet: string;
}

/**
 * The way from a text to fonts that hold its characters and no others. `texts` are all that will be asked for: the large fonts are cut
 * once, to what these have together. What comes out depends on the text alone. Throws MissingCharacters.
 */
export async function fontCutter(texts: Iterable<string>): Promise<(text: string) => Promise<CutFonts>> {
  const all = await allFaces();
  const has = (char: string) => all.every((face) => face.has(char.codePointAt(0) ?? 0));
  const together = drawnIn(texts).filter(has).join('');
  const cuts = await Promise.all(all.map(({ font }) => subsetFont(font, together, { noHinting: true })));
  return async (text) => {
    const wanted = drawnIn([text]);
    const missing = wanted.filter((char) => !has(char));
    if (missing.length > 0) throw new MissingCharacters(`印刷字体里没有这些字符：${namesOf(missing)}。请在内容中换一种写法`);
    const drawn = wanted.join('');
    const cut = all.map(async ({ family, weight }, index) => ({
      rule: `@font-face{font-family:'${family}';font-weight:${weight};src:url(${index}.ttf) format('truetype')}`,
      file: { name: `${index}.ttf`, bytes: await subsetFont(cuts[index] as Buffer, drawn, { noHinting: true }) },
    }));
    const fonts = await Promise.all(cut);
    return { files: fonts.map(({ file }) => file), sheet: fonts.map(({ rule }) => rule).join('\n') };
  };
}
