// Handbooks to download. In: the county. Out: a line for each book, with what a reader wants to know before fetching a large file.
import type { County, PrintedBook, Unit } from '../model/county.ts';
import { type Cover, handbookCover, unitHandbookCover } from './handbook.ts';
import { bookUrl } from './urls.ts';
import { chineseDate, type Link, sizeText } from './wording.ts';

export interface Download extends Link {
  /** Form, pages, size, day of the content. */
  note: string;
}

export interface DownloadsView {
  /** Books of several units, and those of one. */
  county: Download[];
  units: Download[];
}

function download(cover: Cover, { id, pageCount, size }: PrintedBook): Download {
  const note = `PDF，${pageCount} 页，${sizeText(size)}，内容截至${chineseDate(cover.date)}`;
  return { text: `${cover.title}（${cover.volume}）`, href: bookUrl(id), note };
}

/** The book of a unit, if this build publishes it. */
export function unitDownload(county: County, unit: Unit): Download | undefined {
  const book = county.books.find(({ id }) => id === `units/${unit.id}`);
  return book && download(unitHandbookCover(county, unit), book);
}

export function downloadsView(county: County): DownloadsView {
  const books = new Map(county.books.map((book) => [book.id, book]));
  return {
    county: county.handbooks.flatMap((handbook) => {
      const book = books.get(handbook.id);
      return book ? download(handbookCover(county, handbook), book) : [];
    }),
    units: county.units.flatMap((unit) => unitDownload(county, unit) ?? []),
  };
}
