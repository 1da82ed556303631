// What headings say, for the heading itself and for the contents, which must agree with it to the letter.
import type { HandbookView } from '../../../views/handbook.ts';
import type { PowerSheet } from '../../../views/handbook-chapter.ts';
import { chineseNumber } from '../../../views/wording.ts';

/** 第五章　临溪县民政局; in the book of one unit its name alone. */
export function chapterTitle({ chapters }: HandbookView, index: number): string {
  const title = chapters[index]?.title ?? '';
  return chapters.length === 1 ? title : `第${chineseNumber(index + 1)}章　${title}`;
}

export const powerTitle = ({ number, title }: PowerSheet): string => `${number}．${title}`;
