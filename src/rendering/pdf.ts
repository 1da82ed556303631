// One finished HTML page → one PDF. Chromium knows no target-counter(), so page numbers are found by printing: print, see where the
// anchors came to lie, write their pages into the places that name them, print again, until what is written is true.
// In the page: `data-page-of="anchor"` stands where a page number goes; `data-first-page` marks the heading on page 1 (what is before
// it is counted in roman numerals, and filled up to an even number of pages); `data-date` on <html> is the day of the content.
import type { Page } from 'playwright-core';
import { normalised } from './normalise.ts';
import { type PdfPlaces, placesIn } from './pdf-places.ts';

export interface PrintedPdf {
  bytes: Buffer;
  pageCount: number;
}

/** Numbers have settled after two rounds, or nearly always; a reference in running text may move a line once more. */
const mostRounds = 5;

const settings = { preferCSSPageSize: true, printBackground: true, timeout: 0 };

/** Page as printed of every anchor: the front matter does not count. */
function printedNumbers({ anchors }: PdfPlaces, firstAnchor: string | null): Map<string, string> {
  const front = firstAnchor === null ? 0 : (anchors.get(firstAnchor) ?? 1) - 1;
  return new Map([...anchors].map(([anchor, page]) => [anchor, String(page - front)]));
}

/** Writes page numbers into the page, and says how many of them were not there before. */
function fill(page: Page, numbers: Map<string, string>): Promise<number> {
  return page.evaluate((pages) => {
    let changed = 0;
    for (const element of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
      const number = pages[element.dataset['pageOf'] ?? ''];
      if (number === undefined) throw new Error(`没有“${element.dataset['pageOf']}”这一处，写不出它的页码`);
      if (element.textContent === number) continue;
      element.textContent = number;
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

/** Prints the page that is open. Throws when page numbers do not settle, or contents and bookmarks differ. */
export async function printPdf(page: Page): Promise<PrintedPdf> {
  await page.evaluate(() => document.fonts.ready);
  const { hasNumbers, first, date } = await page.evaluate(() => ({
    hasNumbers: document.querySelector('[data-page-of]') !== null,
    first: document.querySelector('[data-first-page]')?.id ?? null,
    date: document.documentElement.dataset['date'] ?? '2000-01-01',
  }));
  if (hasNumbers) {
    const places = placesIn(await page.pdf(settings));
    const front = first === null ? 0 : (places.anchors.get(first) ?? 1) - 1;
    if (front % 2 === 1) await addBlankPage(page);
    await fill(page, printedNumbers(places, first));
  }
  for (let round = 2; round <= mostRounds; round++) {
    const pdf = await page.pdf({ ...settings, outline: true, tagged: true });
    const places = placesIn(pdf);
    if (!hasNumbers || (await fill(page, printedNumbers(places, first))) === 0) {
      if (hasNumbers) await verify(page, places, first === null ? 0 : (places.anchors.get(first) ?? 1) - 1);
      return { bytes: normalised(pdf, date), pageCount: places.pageCount };
    }
  }
  throw new Error('页码排了几遍仍不一致，没有印');
}
