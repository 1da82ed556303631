// The phone digest as plain text: what is sent as short messages, or read out of any app that shows text.
import type { PeriodView } from '../../views/digest.ts';
import type { DigestSection } from '../../views/digest-sections.ts';
import { restOf, sentenceOf } from './words.ts';

function section(found: DigestSection): string {
  const { title, total, measure, byKind, items } = found;
  return [
    `【${title}${total}${measure}】${byKind}`,
    ...items.map((item, index) => `${index + 1}.${sentenceOf(item)}`),
    ...restOf(found),
  ].join('\n');
}

/** Lines end in LF, the last one in nothing: every character of the file is part of the message, and counts. */
export function digestText(view: PeriodView): string {
  return [
    `${view.site}手机报\n${view.period}`,
    ...(view.demonstration ? [view.demonstration] : []),
    ...view.sections.map(section),
    `${view.address ? `详见 ${view.address}` : '详见平台“公开和变更记录”'}\n${view.hotline}`,
  ].join('\n\n');
}
