// Everything a printed book promises, asked of its PDF. In: the bytes, and the ids it must hold. Out: what is wrong, in sentences;
// an empty list is a good book. Used by the tests on small books and by `npm run bench:print` on the large ones.
import {
  alternativeTexts,
  catalogOf,
  fontsOf,
  forbiddenLineStarts,
  type Glyphs,
  outsidePage,
  type Pdf,
  type PdfPage,
  readPdf,
  rowPages,
  tight,
} from './pdf.ts';

const isFront = ({ number }: PdfPage) => number !== undefined && /^[IVXLC]+$/.test(number);

/** Lines of a page from top to bottom: what stands on one baseline, from left to right. */
function linesOf({ glyphs, height }: PdfPage): string[] {
  const rows: Glyphs[][] = [];
  for (const item of [...glyphs].filter(({ baseline }) => baseline > height * 0.11).sort((a, b) => b.baseline - a.baseline)) {
    const row = rows.find(([first]) => first && Math.abs(first.baseline - item.baseline) < 3);
    if (row) row.push(item);
    else rows.push([item]);
  }
  return rows.map((row) =>
    tight(
      row
        .sort((a, b) => a.left - b.left)
        .map(({ text }) => text)
        .join(''),
    ),
  );
}

/** Entries of the printed contents: title and page number, a long title put together again. */
export function contentsOf({ pages, bookmarks }: Pdf): { title: string; number: string }[] {
  const start = bookmarks.find(({ path }) => path.at(-1) === '目录')?.page ?? 0;
  const found: { title: string; number: string }[] = [];
  let pending = '';
  for (const page of pages.slice(start - 1).filter(isFront)) {
    for (const line of linesOf(page)) {
      if (line === '目录') continue;
      const [, title = line, number] = /^(.*?)(\d{1,4})$/.exec(line) ?? [];
      if (number === undefined) pending += line;
      else {
        found.push({ title: pending + title, number });
        pending = '';
      }
    }
  }
  return found;
}

function contentsFaults(pdf: Pdf): string[] {
  const entries = contentsOf(pdf);
  const faults: string[] = [];
  let from = 0;
  for (const { title, number } of entries) {
    const at = pdf.bookmarks.findIndex(({ path }, index) => index >= from && tight(path.at(-1) ?? '') === title);
    const bookmark = pdf.bookmarks[at];
    if (!bookmark) {
      faults.push(`contents: no heading “${title}”`);
      continue;
    }
    from = at + 1;
    const page = pdf.pages[bookmark.page - 1];
    if (page?.number !== number) faults.push(`contents: “${title}” is on page ${page?.number}, not ${number}`);
    if (!page?.text.includes(title)) faults.push(`contents: “${title}” does not stand on its page`);
  }
  const listed = new Set(entries.map(({ title }) => title));
  const body = pdf.bookmarks.filter(({ path, page }) => path.length <= 2 && !isFront(pdf.pages[page - 1] as PdfPage));
  faults.push(
    ...body
      .filter(({ path }) => !listed.has(tight(path.at(-1) ?? '')) && path.at(-1) !== '撤下的内容')
      .map(({ path }) => `contents: “${path.at(-1)}” is missing`),
  );
  return entries.length === 0 ? ['contents: empty'] : faults;
}

/** Roman numerals before, then 1, 2, 3 … without a gap to the last page; page 1 on a right-hand page. */
function numberFaults({ pages }: Pdf): string[] {
  const first = pages.findIndex(({ number }) => number === '1');
  const numbers = pages.slice(first).map(({ number }) => number);
  return [
    ...(first > 1 && first % 2 === 0 ? [] : [`page 1 is sheet side ${first + 1}`]),
    ...(numbers.every((number, index) => number === String(index + 1)) ? [] : ['page numbers have a gap']),
  ];
}

function bookmarkFaults({ bookmarks }: Pdf): string[] {
  const seen = new Set<string>();
  return bookmarks.flatMap(({ path, page }) => {
    const title = path.at(-1) ?? '';
    const key = `${path.join('\u0000')}\u0000${page}`;
    const half = title.slice(0, title.length / 2);
    const faults = [
      ...(seen.has(key) ? [`bookmark “${title}” twice`] : []),
      ...(title.length > 3 && half + half === title ? [`bookmark “${title}” is doubled in itself`] : []),
    ];
    seen.add(key);
    return faults;
  });
}

/** A heading, or the id below it, with nothing of what it heads on the same page. */
function strandedHeadings({ pages, bookmarks }: Pdf): string[] {
  const headings = Map.groupBy(bookmarks, ({ page }) => page);
  return pages.flatMap((page, index) => {
    const last = linesOf(page).at(-1) ?? '';
    const isHeading = headings.get(index + 1)?.some(({ path }) => tight(path.at(-1) ?? '') === last) ?? false;
    return last !== '' && (isHeading || last.startsWith('流程编号')) ? [`page ${index + 1} ends with the heading “${last}”`] : [];
  });
}

export interface Promised {
  /** Ids of all records in the book. */
  ids: readonly string[];
  /** Ids of its risks: wherever one stands, the head of the table does too. */
  risks: readonly string[];
}

export async function bookFaults(bytes: Uint8Array, { ids, risks }: Promised): Promise<string[]> {
  const pdf = await readPdf(bytes);
  const each = (name: string, of: (page: PdfPage) => string[]) =>
    pdf.pages.flatMap((page, index) => of(page).map((text) => `${name} on page ${index + 1}: ${text}`));
  const catalog = catalogOf(bytes);
  const figures = alternativeTexts(bytes);
  const split = rowPages(bytes).filter((pages) => pages.length > 1).length;
  return [
    ...contentsFaults(pdf),
    ...numberFaults(pdf),
    ...bookmarkFaults(pdf),
    ...strandedHeadings(pdf),
    ...ids.filter((id) => !pdf.text.includes(id)).map((id) => `id ${id} is not in the text`),
    ...fontsOf(bytes).flatMap(({ name, faults }) => faults.map((fault) => `font ${name}: ${fault}`)),
    ...(/\/Marked true/.test(catalog) && /\/StructTreeRoot/.test(catalog) ? [] : ['not tagged']),
    ...(/\/Lang \(zh-CN\)/.test(catalog) ? [] : ['language is not zh-CN']),
    ...(figures.figures === figures.withText ? [] : [`${figures.figures - figures.withText} figures without alternative text`]),
    ...(split === 0 ? [] : [`${split} rows are split over pages`]),
    ...each('forbidden line start', forbiddenLineStarts),
    ...each('outside the paper', outsidePage),
    ...each('table without its head', ({ text }) =>
      risks.some((id) => text.includes(id)) && !text.includes('风险点和表现') ? ['risks'] : [],
    ),
  ];
}
