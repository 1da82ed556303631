// Search documents → what the kiosk's letter pad looks through. In: what the county's pages are called. Out: the names with the
// letters of every character in use, and apart from them where each record stands: it is needed only once one is touched.
import { pinyin } from 'pinyin-pro';
import type { SearchDocument } from '../views/search-document.ts';
import type { PadFile } from './pad.ts';

/** One line a record, in the order of the names: address, kind and unit, separated by tabs. */
export type PadPlaces = string;

/** Of equal matches the earlier record leads: what people come for stands first, the shorter title before the longer. */
function inPadOrder(documents: readonly SearchDocument[]): SearchDocument[] {
  return documents.toSorted((a, b) => Number(b.sought) - Number(a.sought) || a.title.length - b.title.length);
}

/** All initials a character can be read with; ü counts as v, and what has no pinyin has none. */
function initialsOf(char: string): Set<string> {
  const syllables = pinyin(char, { multiple: true, toneType: 'none', type: 'array', v: true });
  return new Set(syllables.map((syllable) => syllable[0] ?? '').filter((letter) => /^[a-z]$/.test(letter)));
}

export function padFiles(documents: readonly SearchDocument[]): { file: PadFile; places: PadPlaces } {
  const ordered = inPadOrder(documents);
  const oneLine = (name: string) => name.replace(/\s+/g, ' ');
  // Codes and document numbers have no initials.
  const named = (name: string) => /\p{Script=Han}/u.test(name) && !/\d/.test(name);
  const names = ordered.map(({ title, aliases }) =>
    [title, ...new Set(aliases.filter((alias) => named(alias) && alias !== title))].map(oneLine),
  );
  const letters = new Map<string, string>([...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [letter, '']));
  for (const char of new Set(
    names
      .flat()
      .join('')
      .match(/\p{Script=Han}/gu),
  ))
    for (const letter of initialsOf(char)) letters.set(letter, letters.get(letter) + char);
  return {
    file: { names: names.map((line) => line.join('\t')).join('\n'), letters: Object.fromEntries(letters) },
    places: ordered.map(({ href, kind, unit }) => [href, kind, unit ?? ''].join('\t')).join('\n'),
  };
}
