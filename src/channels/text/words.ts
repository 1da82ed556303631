// What the text channels say in the same words: the sentence of an item, what is left out, where to read on; and how long it is.

import type { PeriodView } from '../../views/digest.ts';
import type { DigestItem, DigestSection } from '../../views/digest-sections.ts';

/** 县民政局：最低生活保障审核确认（权力），承诺时限由25个工作日改为20个工作日 — without the full stop. */
export const sentenceOf = ({ unit, text, note }: DigestItem) => `${unit}：${text}${note ? `，${note}` : ''}`;

/** Where the whole list stands: its name on the site, with its address where the county has given one. */
export const readOn = ({ site, address }: PeriodView) => `详见${site}“公开和变更记录”${address ? `（${address}）` : ''}`;

/** 另有133项 — nothing where every item is shown. */
export const restOf = ({ total, measure, items }: DigestSection): string[] =>
  total > items.length ? [`另有${total - items.length}${measure}`] : [];

export interface Length {
  /** Characters and words, without punctuation. */
  words: number;
  /** The same and every full-width punctuation mark: 字数 as Word counts it. */
  withMarks: number;
}

// What belongs to East Asian typesetting and is no letter; dashes, dots and quotation marks are set full-width in Chinese text.
const mark = /[\u3001-\u3004\u3008-\u3020\u3030\u303d\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65“”‘’—…·]/gu;
const character = /[\p{Script=Han}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu;

/** 字数: every Han character is one (so is a full-width letter or digit), and so is every run of letters, digits and what stands in it. */
export function lengthOf(text: string): Length {
  const marks = text.match(mark)?.length ?? 0;
  const characters = text.match(character)?.length ?? 0;
  const runs = text.replace(mark, ' ').replace(character, ' ').match(/\S+/gu) ?? [];
  const words = characters + runs.filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
  return { words, withMarks: words + marks };
}
