// The words of the county with their pinyin, as the browser uses them: to suggest while someone types, to understand pinyin, to
// find what was meant by a slip, to read Traditional characters. In: the file that build-terms.ts writes. Out: terms, likeliest first.
import type { Terms } from './engine.ts';

/** The file. Strings instead of arrays, because they are smaller and faster to parse. */
export interface TermFile {
  /** `baobao包宝保 …`: a syllable and the characters read so; of several readings the usual one. */
  syllables: string;
  /** Terms, separated by blanks. */
  terms: string;
  /** How often each occurs: one digit of base 36 a term, the binary logarithm. */
  weights: string;
  /** Terms that are read otherwise than their characters: place in `terms` → `2zhang4xing`, position and syllable. */
  readings: Record<number, string>;
  /** `万萬 与與 …`: a Simplified character and the Traditional ones for it. */
  traditional: string;
}

export interface Term {
  text: string;
  chars: readonly string[];
  syllables: readonly string[];
  initials: string;
  weight: number;
}

export interface TermList extends Terms {
  /** For the suggestion box: terms that begin with, hold, sound like or nearly are what was typed. */
  suggest(typed: string, limit: number): string[];
}

/** Initials of two letters; people type them as one unit. */
const doubleInitial = /^[zcs]h/;

/** Can the letters from `at` on be read as syllables from `index` on, each whole, begun at the end, or as its initial?
 *  The index after the last one used, or -1. */
function readAs(syllables: readonly string[], index: number, letters: string, at: number): number {
  if (at === letters.length) return index;
  const syllable = syllables[index];
  if (syllable === undefined) return -1;
  let shared = 0;
  while (shared < syllable.length && at + shared < letters.length && syllable[shared] === letters[at + shared]) shared++;
  for (; shared > 0; shared--) {
    const isInitial = shared === 1 || (shared === 2 && doubleInitial.test(syllable));
    if (shared !== syllable.length && !isInitial && at + shared !== letters.length) continue;
    const end = readAs(syllables, index + 1, letters, at + shared);
    if (end >= 0) return end;
  }
  return -1;
}

/** How well letters fit a term; undefined when they do not. A fit at the beginning, of much of the term, of a frequent term is better. */
function pinyinFit({ initials, syllables, weight }: Term, letters: string): number | undefined {
  const left = (start: number, used: number) => start * -0.3 - (syllables.length - used) * 0.25 + (start === 0 ? 2 : 0) + weight * 0.25;
  const at = initials.indexOf(letters);
  if (at >= 0) return 10 + left(at, letters.length);
  for (let start = 0; start < syllables.length; start++) {
    if (syllables[start]?.[0] !== letters[0]) continue;
    const end = readAs(syllables, start, letters, 0);
    if (end >= 0) return 9 + left(start, end - start);
  }
  return undefined;
}

/** Cost of one slip. A character of the same sound is what input methods get wrong most. */
const cost = { homophone: 0.25, swap: 0.6, other: 1 };

/** The least cost of turning some part of the term into the query: substitution, insertion, deletion, swap of neighbours. */
function slips(chars: readonly string[], sounds: readonly string[], term: Term): number {
  const width = term.chars.length;
  let beforeLast = new Float32Array(width + 1);
  let last = new Float32Array(width + 1);
  for (let row = 1; row <= chars.length; row++) {
    const current = new Float32Array(width + 1);
    current[0] = row;
    for (let column = 1; column <= width; column++) {
      const same = chars[row - 1] === term.chars[column - 1];
      const alike = sounds[row - 1] === term.syllables[column - 1];
      const replaced = (last[column - 1] ?? 0) + (same ? 0 : alike ? cost.homophone : cost.other);
      let least = Math.min(replaced, (last[column] ?? 0) + cost.other, (current[column - 1] ?? 0) + cost.other);
      const swapped = row > 1 && column > 1 && chars[row - 1] === term.chars[column - 2] && chars[row - 2] === term.chars[column - 1];
      if (swapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + cost.swap);
      current[column] = least;
    }
    beforeLast = last;
    last = current;
  }
  return last.subarray(1).reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

/** Terms by score, best first. */
function ranked(terms: readonly Term[], scoreOf: (term: Term) => number | undefined, limit: number): string[] {
  return terms
    .flatMap((term) => {
      const score = scoreOf(term);
      return score === undefined ? [] : [{ text: term.text, score }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ text }) => text);
}

/** Shorter queries are nearly everything. Unit: characters. */
const shortestSlip = 3;

export function termList(file: TermFile): TermList {
  const soundOf = new Map<string, string>();
  for (const group of file.syllables.split(' ')) {
    const [, syllable = '', chars = ''] = /^([a-z]+)(.*)$/u.exec(group) ?? [];
    for (const char of chars) soundOf.set(char, syllable);
  }
  const simple = new Map(file.traditional.split(' ').flatMap(([simplified = '', ...others]) => others.map((other) => [other, simplified])));
  const terms = file.terms.split(' ').map((text, index): Term => {
    const chars = [...text];
    const syllables = chars.map((char) => soundOf.get(char) ?? char);
    for (const [, at, syllable = ''] of (file.readings[index] ?? '').matchAll(/(\d+)([a-z]+)/g)) syllables[Number(at)] = syllable;
    return {
      text,
      chars,
      syllables,
      initials: syllables.map((syllable) => syllable[0]).join(''),
      weight: Number.parseInt(file.weights[index] ?? '0', 36),
    };
  });

  const byPinyin = (letters: string, limit = 20) => (letters.length < 2 ? [] : ranked(terms, (term) => pinyinFit(term, letters), limit));

  function nearest(query: string, limit = 10): string[] {
    const chars = [...query];
    if (chars.length < shortestSlip) return [];
    const sounds = chars.map((char) => soundOf.get(char) ?? char);
    const most = chars.length >= 8 ? 1.3 : 1;
    return ranked(
      terms,
      (term) => {
        // Within `most`, at most one character is neither in the term nor sounds like one of it: most terms end here, cheaply.
        if (term.chars.length < chars.length - 1) return undefined;
        let strange = 0;
        for (const sound of sounds) if (!term.syllables.includes(sound) && ++strange > 1) return undefined;
        const least = slips(chars, sounds, term);
        return least > most ? undefined : least * -10 - Math.abs(term.chars.length - chars.length) * 0.3 + term.weight * 0.1;
      },
      limit,
    );
  }

  return {
    simplified: (query) => [...query].map((char) => simple.get(char) ?? char).join(''),
    byPinyin,
    nearest,
    suggest(typed, limit) {
      if (/^[a-z' ]+$/.test(typed)) return byPinyin(typed.replaceAll(/[^a-z]/g, ''), limit);
      const query = [...typed].map((char) => simple.get(char) ?? char).join('');
      if (query === '') return [];
      const holding = ranked(
        terms,
        ({ text, weight, chars }) => {
          const at = text.indexOf(query);
          return at < 0 || text === query ? undefined : (at === 0 ? 10 : 0) + weight * 0.5 - chars.length * 0.1;
        },
        limit,
      );
      return holding.length > 0 ? holding : nearest(query, limit);
    },
  };
}
