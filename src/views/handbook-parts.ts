// What the parts of a printed handbook share: how a record is known on paper, and how one place refers to another.
import type { Field } from './record-view.ts';
import { anchorOf, urlOf } from './urls.ts';
import { plain } from './wording.ts';

/** The id a record is known by on paper: the last part of its web address, so that a reader can type it. */
export interface Identified {
  id: string;
  anchor: string;
}

/** Something that is printed elsewhere in the same book, if it is: where to look it up. */
export interface CrossReference {
  text: string;
  /** Undefined where it is not in this book. */
  anchor: string | undefined;
}

/** Where a record stands in the book. */
export const anchor = (record: Parameters<typeof urlOf>[0]) => anchorOf(urlOf(record));

/** 责任依据：《…》第五条；… */
export const notesOf = (...fields: Field[][]): string[] =>
  fields.flat().map(({ label, lines }) => `${label}：${lines.map(plain).join('；')}`);
