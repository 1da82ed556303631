// The periodical's copy: headings and paragraphs of one text, from which both the plain file and the Word file are made.

import type { PeriodView } from '../../views/digest.ts';
import { chineseNumber } from '../../views/wording.ts';
import { readOn, sentenceOf } from './words.ts';

export interface Paragraph {
  role: 'title' | 'period' | 'mark' | 'heading' | 'body' | 'source';
  text: string;
  /** How many characters at the beginning are set off: the unit. */
  lead?: number;
}

export function periodicalCopy(view: PeriodView): Paragraph[] {
  const counts = view.sections.map(({ title, total, measure }) => `${title}${total}${measure}`).join('、');
  return [
    { role: 'title', text: `${view.county}权力公开事项变动情况` },
    { role: 'period', text: `（${view.period}）` },
    ...(view.demonstration ? [{ role: 'mark' as const, text: view.demonstration }] : []),
    { role: 'body', text: `${view.period}，${view.site}${counts}。` },
    ...view.sections.flatMap(({ title, byKind, items }, index): Paragraph[] => [
      { role: 'heading', text: `${chineseNumber(index + 1)}、${title}` },
      ...(byKind ? [{ role: 'body' as const, text: `其中${byKind}。` }] : []),
      ...items.map((item) => ({
        role: 'body' as const,
        text: `${sentenceOf(item)}，${item.when}。`,
        lead: item.unit.length + 1,
      })),
    ]),
    { role: 'body', text: `${readOn(view)}。${view.hotline}。` },
    { role: 'source', text: `（${view.organiser}供稿）` },
  ];
}

/** Paragraphs of the text begin with two full-width blanks, as copy for a column does. Lines end in LF. */
export function periodicalText(copy: readonly Paragraph[]): string {
  return copy.map(({ role, text }) => `${role === 'body' || role === 'heading' || role === 'mark' ? '　　' : ''}${text}\n`).join('');
}
