// What a printed PDF really holds, read by a second program (pdf.js) and from its objects: texts with their places, bookmarks, fonts,
// tagged rows. Nothing here uses the code that printed it.
import { createCanvas, Path2D } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { getDocumentProxy } from 'unpdf';

/** The package is CommonJS, and its types do not say so. */
const decode = (jsQR as unknown as { default: typeof jsQR }).default;

export interface Glyphs {
  text: string;
  /** Left, right and baseline in pt from the lower left corner; `em` the size of the letters. */
  left: number;
  right: number;
  baseline: number;
  em: number;
}

export interface PdfPage {
  width: number;
  height: number;
  glyphs: Glyphs[];
  /** All text without blanks. */
  text: string;
  /** As printed at the foot: 12 or IV; undefined on the cover and on blank pages. */
  number: string | undefined;
}

export interface PdfBookmark {
  /** Titles from the outermost down to this one. */
  path: string[];
  /** 1-based. */
  page: number;
}

export const tight = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

async function pageOf(document: Document, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ disableNormalization: false });
  const glyphs = items.flatMap((item): Glyphs[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, left: x, right: x + item.width, baseline: y, em: Math.hypot(c, d) }];
  });
  const foot = glyphs
    .filter(({ baseline }) => baseline < height * 0.13)
    .map(({ text }) => text)
    .join('');
  page.cleanup();
  return {
    width,
    height,
    glyphs,
    text: tight(glyphs.map(({ text }) => text).join('')),
    number: /—\s*([0-9]+|[IVXLC]+)\s*—/.exec(foot)?.[1],
  };
}

interface Outline {
  title: string;
  dest: string | unknown[] | null;
  items: Outline[];
}

async function bookmarksOf(document: Document, items: Outline[], above: string[]): Promise<PdfBookmark[]> {
  const found: PdfBookmark[] = [];
  for (const { title, dest, items: below } of items) {
    const place = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    const path = [...above, title];
    found.push({ path, page: (await document.getPageIndex((place as [never])[0])) + 1 }, ...(await bookmarksOf(document, below, path)));
  }
  return found;
}

export interface Pdf {
  pages: PdfPage[];
  bookmarks: PdfBookmark[];
  /** Text of the whole, without blanks. */
  text: string;
}

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) pages.push(await pageOf(document, number));
  const bookmarks = await bookmarksOf(document, ((await document.getOutline()) ?? []) as Outline[], []);
  await document.loadingTask.destroy();
  return { pages, bookmarks, text: pages.map(({ text }) => text).join('') };
}

/** The objects of the file by number, as they are written. */
function objectsOf(bytes: Uint8Array): Map<number, string> {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/\bstream\r?\n[\s\S]*?endstream/g, 'stream');
  return new Map([...text.matchAll(/(?:^|\n)(\d+) 0 obj\b([\s\S]*?)endobj/g)].map(([, number, body]) => [Number(number), body ?? '']));
}

/** Every font, and what is wrong with it as a font that can be searched and printed anywhere. */
export function fontsOf(bytes: Uint8Array): { name: string; faults: string[] }[] {
  const objects = objectsOf(bytes);
  const at = (body: string, key: string) => objects.get(Number(new RegExp(`/${key}\\s*\\[?\\s*(\\d+) 0 R`).exec(body)?.[1])) ?? '';
  return [...objects.values()]
    .filter((body) => /\/Type\s*\/Font\b/.test(body) && !/\/Subtype\s*\/CIDFont/.test(body))
    .map((body) => {
      const descendant = at(body, 'DescendantFonts');
      const name = /\/BaseFont\s*\/(\S+)/.exec(body)?.[1] ?? '?';
      const faults = [
        ...(/\/Subtype\s*\/Type0\b/.test(body) && /\/Subtype\s*\/CIDFontType2\b/.test(descendant) ? [] : ['not CID TrueType']),
        ...(/\/ToUnicode/.test(body) ? [] : ['no ToUnicode']),
        ...(/\/FontFile2/.test(at(descendant, 'FontDescriptor')) ? [] : ['not embedded']),
        ...(/^[A-Z]{6}\+Noto(Serif|Sans)SC-(Regular|Bold)$/.test(name) ? [] : ['no subset of our fonts']),
      ];
      return { name, faults };
    });
}

/** Tagged rows of table bodies: the pages each has text on. A head is repeated, so it is on many. */
export function rowPages(bytes: Uint8Array): number[][] {
  const objects = objectsOf(bytes);
  const kidsOf = (body: string) => {
    const list = /\/K\s*\[([\s\S]*?)\]\s*(?:\/|>>)/.exec(body)?.[1] ?? /\/K\s+(\d+ 0 R)/.exec(body)?.[1] ?? '';
    return [...list.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
  };
  const pagesBelow = (number: number): number[] => {
    const body = objects.get(number) ?? '';
    const own = [...body.matchAll(/\/Pg (\d+) 0 R/g)].map(([, page]) => Number(page));
    return [...own, ...kidsOf(body.replace(/\/Pg \d+ 0 R/g, '')).flatMap(pagesBelow)];
  };
  return [...objects]
    .filter(([, body]) => /\/S\s*\/TR\b/.test(body) && kidsOf(body).some((kid) => /\/S\s*\/TD\b/.test(objects.get(kid) ?? '')))
    .map(([number]) => [...new Set(pagesBelow(number))]);
}

/** The catalog: what the file says of itself. */
export function catalogOf(bytes: Uint8Array): string {
  return [...objectsOf(bytes).values()].find((body) => /\/Type\s*\/Catalog\b/.test(body)) ?? '';
}

export function alternativeTexts(bytes: Uint8Array): { figures: number; withText: number } {
  const figures = [...objectsOf(bytes).values()].filter((body) => /\/S\s*\/Figure\b/.test(body));
  return { figures: figures.length, withText: figures.filter((body) => /\/Alt\s*[(<]/.test(body)).length };
}

const neverFirst = /^[，。、；：？！）》」』】〕”’％…]/u;

/** Texts that begin with a mark which may not begin a line, with nothing standing right before them. */
export function forbiddenLineStarts({ glyphs }: PdfPage): string[] {
  return glyphs
    .filter((item) => neverFirst.test(item.text))
    .filter(
      (item) =>
        !glyphs.some(
          (other) =>
            other !== item &&
            other.left < item.left &&
            Math.abs(other.baseline - item.baseline) < item.em * 0.5 &&
            Math.abs(item.left - other.right) < item.em * 1.2,
        ),
    )
    .map(({ text }) => text);
}

/** What reaches over the edge of the paper. */
export function outsidePage({ width, height, glyphs }: PdfPage): string[] {
  return glyphs
    .filter(({ left, right, baseline, em }) => left < 0 || right > width + 1 || baseline < 0 || baseline + em * 0.8 > height)
    .map(({ text }) => text);
}

/** The page as pixels; `scale` 1 is 72 a inch. */
export async function pixelsOf(bytes: Uint8Array, number: number, scale: number) {
  // pdf.js draws with what a browser has.
  Object.assign(globalThis, { Path2D });
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(viewport.width, viewport.height);
  const context = canvas.getContext('2d');
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  await document.loadingTask.destroy();
  return pixels;
}

/** Four bytes a pixel. */
interface Picture {
  data: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
}

/** What the code in the picture says. */
export function codeIn({ data, width, height }: Picture): string | undefined {
  return decode(new Uint8ClampedArray(data), width, height)?.data;
}

/** What the code on the page says; `top` is how far down to look for it, as a part of the page. */
export async function codeOn(bytes: Uint8Array, number: number, { scale = 2, top = 0 } = {}): Promise<string | undefined> {
  const { data, width, height } = await pixelsOf(bytes, number, scale);
  const first = Math.floor(height * top);
  return codeIn({ data: data.subarray(first * width * 4), width, height: height - first });
}

export interface Faces {
  /** Text that stands upright, and text turned upside down, without blanks. */
  upright: Glyphs[];
  turned: Glyphs[];
  /** What a reader for the blind is given: text that hangs in the tree of tags. */
  tagged: string;
}

/** The two faces of every page. */
export async function facesOf(bytes: Uint8Array): Promise<Faces[]> {
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  const faces: Faces[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const inTree = new Set<string>();
    const walk = (node: { type?: string; id?: string; children?: unknown[] }) => {
      if (node.type === 'content' && node.id) inTree.add(node.id);
      for (const child of node.children ?? []) walk(child as typeof node);
    };
    walk((await page.getStructTree()) as Parameters<typeof walk>[0]);
    const face: Faces = { upright: [], turned: [], tagged: '' };
    const open: (string | undefined)[] = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if (!('str' in item)) {
        if (item.type.startsWith('begin')) open.push(item.id);
        else open.pop();
        continue;
      }
      if (item.str.trim() === '') continue;
      const [, , , d = 0, x = 0, y = 0] = item.transform as number[];
      const glyphs = { text: item.str, left: x, right: x + Math.sign(d) * item.width, baseline: y, em: Math.abs(d) };
      (d > 0 ? face.upright : face.turned).push(glyphs);
      if (open.some((id) => id && inTree.has(id))) face.tagged += tight(item.str);
    }
    faces.push(face);
    page.cleanup();
  }
  await document.loadingTask.destroy();
  return faces;
}
