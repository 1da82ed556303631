// On which page of a PDF things are. In: a PDF as Chromium (Skia) writes it: version 1.4, a table of offsets, no packed objects.
// Out: pages of the anchors that are linked to, and the bookmarks in order with their pages. Pages count from 1.

export interface Bookmark {
  title: string;
  page: number;
  /** 1 for the outermost. */
  depth: number;
}

export interface PdfPlaces {
  pageCount: number;
  anchors: Map<string, number>;
  bookmarks: Bookmark[];
}

/** The source text of object `number`. */
type Objects = (number: number) => string;

function objectsOf(text: string, table: number): Objects {
  const head = /^xref\s+0 (\d+)\s+/.exec(text.slice(table, table + 60));
  if (!head) throw new Error('PDF 没有对象表，读不出页码');
  const first = table + head[0].length;
  return (number) => {
    const start = Number(text.slice(first + number * 20, first + number * 20 + 10));
    return text.slice(start, text.indexOf('endobj', start));
  };
}

const referenceIn = (object: string, name: string): number | undefined => {
  const found = new RegExp(`/${name} (\\d+) 0 R`).exec(object)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** Numbers of the page objects in reading order. */
function pagesBelow(objects: Objects, node: number): number[] {
  const object = objects(node);
  if (!/\/Type\s*\/Pages\b/.test(object)) return [node];
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(object)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesBelow(objects, Number(kid)));
}

/** A PDF string as text: escapes undone; UTF-16 where it says so. */
function pdfString(source: string): string {
  const bytes = source.startsWith('<')
    ? Buffer.from(source.slice(1, -1), 'hex')
    : Buffer.from(
        source.slice(1, -1).replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_match, octal: string | undefined, char: string) => {
          if (octal) return String.fromCharCode(Number.parseInt(octal, 8));
          return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[char] ?? char;
        }),
        'latin1',
      );
  return bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
}

function bookmarksBelow(objects: Objects, node: number | undefined, pageOf: (object: number) => number, depth: number): Bookmark[] {
  const found: Bookmark[] = [];
  for (let item = node === undefined ? undefined : referenceIn(objects(node), 'First'); item !== undefined; ) {
    const object = objects(item);
    const title = /\/Title\s*(\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f]*>)/.exec(object)?.[1] ?? '()';
    const page = /\/(?:Dest|D)\s*\[\s*(\d+) 0 R/.exec(object)?.[1];
    found.push({ title: pdfString(title), page: pageOf(Number(page)), depth }, ...bookmarksBelow(objects, item, pageOf, depth + 1));
    item = referenceIn(object, 'Next');
  }
  return found;
}

export function placesIn(pdf: Buffer): PdfPlaces {
  const text = pdf.toString('latin1');
  const table = Number(/startxref\s+(\d+)\s*%%EOF\s*$/.exec(text.slice(-200))?.[1]);
  const objects = objectsOf(text, table);
  const root = objects(referenceIn(text.slice(table), 'Root') ?? 0);
  const pages = new Map(pagesBelow(objects, referenceIn(root, 'Pages') ?? 0).map((object, index) => [object, index + 1]));
  const pageOf = (object: number) => pages.get(object) ?? 0;
  const destinations = referenceIn(root, 'Dests');
  const named = destinations === undefined ? [] : objects(destinations).matchAll(/\/(\S+)\s*\[(\d+) 0 R/g);
  return {
    pageCount: pages.size,
    anchors: new Map(
      [...named].map(([, name = '', page]) => [
        decodeURIComponent(name.replace(/%/g, '%25').replace(/#([0-9A-Fa-f]{2})/g, '%$1')),
        pageOf(Number(page)),
      ]),
    ),
    bookmarks: bookmarksBelow(objects, referenceIn(root, 'Outlines'), pageOf, 1),
  };
}
