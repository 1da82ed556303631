// One finished HTML page → one PDF. Chromium knows no target-counter(), so page numbers are found by printing: print, see where the
// anchors came to lie, write their pages into the places that name them, print again, until what is written is true. A book whose
// chapters were printed before, each by itself, is printed the first time without them.
// In the page: `data-page-of="anchor"` stands where a page number goes; `data-first-page` marks the heading on page 1 (what is before
// it is counted in roman numerals, and filled up to an even number of pages); `data-date` on <html> is the day of the content.
import type { Page } from 'playwright-core';
import { chapterOf, type KnownChapters, numbersOf, showChapters } from './chapters.ts';
import { normalised } from './normalise.ts';
import { type PdfPlaces, placesIn } from './pdf-places.ts';
import type { Imprint } from './printed.ts';

export interface PrintedPdf extends Imprint {
  bytes: Buffer;
}

/** Numbers have settled after two rounds, or nearly always; a reference in running text may move a line once more. */
const mostRounds = 5;

const settings = { preferCSSPageSize: true, printBackground: true, timeout: 0 };

/** Pages before page 1. */
const frontOf = ({ anchors }: PdfPlaces, firstAnchor: string | null): number =>
  firstAnchor === null ? 0 : (anchors.get(firstAnchor) ?? 1) - 1;

/** Page as printed of every anchor: the front matter does not count. */
function printedNumbers(places: PdfPlaces, firstAnchor: string | null): Map<string, number> {
  const front = frontOf(places, firstAnchor);
  return new Map([...places.anchors].map(([anchor, page]) => [anchor, page - front]));
}

/** Writes page numbers into the page, and says how many of them were not there before. */
function fill(page: Page, numbers: ReadonlyMap<string, number>): Promise<number> {
  return page.evaluate((pages) => {
    let changed = 0;
    for (const element of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
      const number = pages[element.dataset['pageOf'] ?? ''];
      if (number === undefined) throw new Error(`没有“${element.dataset['pageOf']}”这一处，写不出它的页码`);
      if (element.textContent === String(number)) continue;
      element.textContent = String(number);
      changed++;
    }
    return changed;
  }, Object.fromEntries(numbers));
}

/** A blank page before page 1 where the front matter would end on a right-hand page. */
function addBlankPage(page: Page): Promise<void> {
  return page.evaluate(() => {
    const blank = document.createElement('div');
    blank.className = 'blank-page';
    (document.querySelector('[data-first-page]')?.closest('[data-body]') ?? document.body).before(blank);
  });
}

interface FirstNumbers {
  front: number;
  numbers: Map<string, number>;
}

/** From a first print of everything. */
async function numbersByPrinting(page: Page, first: string | null): Promise<FirstNumbers> {
  const places = placesIn(await page.pdf(settings));
  return { front: frontOf(places, first), numbers: printedNumbers(places, first) };
}

/** From what is known of all chapters and a print of the rest; undefined when that is not enough. */
async function numbersByChapters(page: Page, wanted: Wanted, known: KnownChapters): Promise<FirstNumbers | undefined> {
  const chapters = wanted.chapters.map((name) => known.get(name)).filter((places) => places !== undefined);
  if (chapters.length === 0 || chapters.length < wanted.chapters.length) return undefined;
  const after = await showChapters(page, false);
  const around = placesIn(await page.pdf(settings));
  await showChapters(page, true);
  const { numbers, pageCount } = numbersOf(chapters);
  for (const [anchor, number] of printedNumbers(around, after)) numbers.set(anchor, number + pageCount);
  return wanted.numbers.every((anchor) => numbers.has(anchor)) ? { front: frontOf(around, after), numbers } : undefined;
}

/** The contents against the bookmarks, which Chromium makes by itself: same headings, same pages. Throws where they differ. */
async function verify(page: Page, { bookmarks }: PdfPlaces, front: number): Promise<void> {
  const contents = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('nav [data-page-of]')].map((element) => ({
      title: document.getElementById(element.dataset['pageOf'] ?? '')?.textContent ?? '',
      page: Number(element.textContent),
    })),
  );
  const key = (title: string, number: number) => `${title.replace(/\s+/g, '')} ${number}`;
  const known = new Set(bookmarks.map((item) => key(item.title, item.page - front)));
  const wrong = contents.filter((item) => !known.has(key(item.title, item.page)));
  if (wrong.length > 0)
    throw new Error(
      `目录与书签不一致：${wrong
        .slice(0, 3)
        .map(({ title, page: at }) => `“${title}”第${at}页`)
        .join('、')}`,
    );
}

interface Wanted {
  /** Anchors whose page numbers are named. */
  numbers: string[];
  chapters: string[];
  /** Anchor of page 1. */
  first: string | null;
  /** Day of the content, YYYY-MM-DD. */
  date: string;
}

function wantedIn(page: Page): Promise<Wanted> {
  return page.evaluate(() => {
    const all = (name: string) => [...document.querySelectorAll<HTMLElement>(`[data-${name}]`)];
    return {
      numbers: [...new Set(all('page-of').map((element) => element.dataset['pageOf'] ?? ''))],
      chapters: all('chapter').map((element) => element.dataset['chapter'] ?? ''),
      first: all('first-page')[0]?.id ?? null,
      date: document.documentElement.dataset['date'] ?? '2000-01-01',
    };
  });
}

/** Prints the page that is open. Throws when page numbers do not settle, or contents and bookmarks differ. */
export async function printPdf(page: Page, known: KnownChapters): Promise<PrintedPdf> {
  const wanted = await wantedIn(page);
  const hasNumbers = wanted.numbers.length > 0;
  if (hasNumbers) {
    const { front, numbers } = (await numbersByChapters(page, wanted, known)) ?? (await numbersByPrinting(page, wanted.first));
    if (front % 2 === 1) await addBlankPage(page);
    await fill(page, numbers);
  }
  for (let round = 2; round <= mostRounds; round++) {
    const pdf = await page.pdf({ ...settings, outline: true, tagged: true });
    const places = placesIn(pdf);
    if (!hasNumbers || (await fill(page, printedNumbers(places, wanted.first))) === 0) {
      if (hasNumbers) await verify(page, places, frontOf(places, wanted.first));
      return { bytes: normalised(pdf, wanted.date), pageCount: places.pageCount, chapter: await chapterOf(page, places) };
    }
  }
  throw new Error('页码排了几遍仍不一致，没有印');
}
