// Where things lie within a chapter, counted from its first page. In: the books of single chapters as they were printed. Out: the page
// numbers of a book of many, which then need not be printed once only to find them (a third of all the time that printing took).
// In the page: `data-chapter="name"` around each chapter; of one name are chapters that fill the same pages. What is said here is a
// guess like any first number: printing proves it.
import type { Page } from 'playwright-core';
import type { PdfPlaces } from './pdf-places.ts';

export interface ChapterPlaces {
  pageCount: number;
  /** Pages after the chapter's first, by anchor. */
  anchors: Record<string, number>;
}

/** By name. */
export type KnownChapters = ReadonlyMap<string, ChapterPlaces>;

/** Names of the chapters of a page, from its HTML. */
export const chaptersIn = (html: string): string[] => [...html.matchAll(/\sdata-chapter="([^"]+)"/g)].map(([, name = '']) => name);

/** The chapter of a book that has only one; undefined in any other document. */
export async function chapterOf(page: Page, { anchors }: PdfPlaces): Promise<ChapterPlaces | undefined> {
  const found = await page.evaluate(() => {
    const [chapter, ...more] = document.querySelectorAll('[data-chapter]');
    if (!chapter || more.length > 0) return undefined;
    const within = [...chapter.querySelectorAll('[id]')].map(({ id }) => id);
    return { within, after: chapter.nextElementSibling?.querySelector('[id]')?.id ?? '' };
  });
  const linked = found?.within.filter((id) => anchors.has(id)) ?? [];
  const first = Math.min(...linked.map((id) => anchors.get(id) ?? 0));
  const end = anchors.get(found?.after ?? '');
  if (linked.length === 0 || end === undefined) return undefined;
  return { pageCount: end - first, anchors: Object.fromEntries(linked.map((id) => [id, (anchors.get(id) ?? 0) - first])) };
}

/** Shows the chapters, or only what stands around them. Gives the first anchor after them. */
export function showChapters(page: Page, visible: boolean): Promise<string | null> {
  return page.evaluate((show) => {
    const chapters = [...document.querySelectorAll<HTMLElement>('[data-chapter]')];
    for (const chapter of chapters) chapter.hidden = !show;
    return chapters.at(-1)?.nextElementSibling?.querySelector('[id]')?.id ?? null;
  }, visible);
}

/** Page numbers of everything in the chapters, which follow each other from page 1, and the number of their pages. */
export function numbersOf(chapters: readonly ChapterPlaces[]): { numbers: Map<string, number>; pageCount: number } {
  const numbers = new Map<string, number>();
  let pageCount = 0;
  for (const chapter of chapters) {
    for (const [anchor, after] of Object.entries(chapter.anchors)) numbers.set(anchor, pageCount + 1 + after);
    pageCount += chapter.pageCount;
  }
  return { numbers, pageCount };
}
