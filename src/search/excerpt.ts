// Where a page says what was looked for. In: a page and the pieces of the query. Out: about ninety characters of its true text,
// cut into found and other parts, so that the results can mark them without any HTML.
import type { IndexedPage } from './engine.ts';
import type { ExcerptPart } from './protocol.ts';

/** Unit: characters. */
const length = 90;
/** How far before the find an excerpt begins. */
const lead = 18;

interface Occurrence {
  needle: string;
  /** First position and the one after the last, in pieces of the page's text. */
  from: number;
  to: number;
}

/** Every place of the body where a needle stands, punctuation aside, in order. */
function occurrences({ words, titleLength }: IndexedPage, needles: readonly string[]): Occurrence[] {
  let joined = '';
  /** Which piece of the text each character of `joined` comes from. */
  const positionOf: number[] = [];
  for (let position = titleLength; position < words.length; position++) {
    const word = words[position] ?? '';
    joined += word;
    for (let index = 0; index < word.length; index++) positionOf.push(position);
  }
  const found: Occurrence[] = [];
  for (const needle of new Set(needles)) {
    for (let at = joined.indexOf(needle); at >= 0 && needle !== ''; at = joined.indexOf(needle, at + needle.length)) {
      found.push({ needle, from: positionOf[at] ?? 0, to: (positionOf[at + needle.length - 1] ?? 0) + 1 });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** The excerpt that shows most of what was looked for; the beginning of the text when it is in the title or an alias only. */
export function excerptOf(page: IndexedPage, needles: readonly string[]): ExcerptPart[] {
  const found = occurrences(page, needles);
  let start = page.titleLength;
  let most = 0;
  for (const { from } of found) {
    const shown = new Set(found.filter((other) => other.from >= from && other.to <= from + length - lead).map(({ needle }) => needle)).size;
    if (shown > most) {
      most = shown;
      start = Math.max(from - lead, page.titleLength);
    }
  }
  const parts: ExcerptPart[] = [];
  const put = (text: string, isFound: boolean) => {
    const last = parts.at(-1);
    if (last?.found === isFound) last.text += text;
    else if (text !== '') parts.push({ text, found: isFound });
  };
  for (let position = start; position < Math.min(page.text.length, start + length); position++) {
    const inside = found.filter(({ from, to }) => from <= position && position < to);
    const [, word = '', punctuation = ''] = /^([\p{L}\p{N}\p{M}]*)(.*)$/su.exec((page.text[position] ?? '').replaceAll('\n', '　')) ?? [];
    put(word, inside.length > 0);
    // Punctuation is part of a find when the find goes on after it.
    put(
      punctuation,
      inside.some(({ to }) => position + 1 < to),
    );
  }
  return parts;
}
