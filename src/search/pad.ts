// The kiosk's 26 letters → titles. In: the county's names with the letters each character can be read by, and letters pressed.
// Out: the records one of whose names holds those initials in a row, best first, and which letters can follow.
// Runs in the kiosk's browser, from Chromium 87 on; plain arrays, because every key press looks through all names.

/** What the build writes for the pad (search/build-titles.ts). */
export interface PadFile {
  /** One record a line: its title, then the other names people use, separated by tabs. */
  names: string;
  /** Letter → the characters that can be read with it as initial; a 多音字 stands under each of its letters. */
  letters: Record<string, string>;
}

export interface PadHit {
  /** Line of the record in the file. */
  record: number;
  /** The name in which the letters were found: its title, or another name. */
  name: string;
  title: string;
  /** Where in the name, for the mark. Unit: UTF-16 code units. */
  from: number;
  to: number;
}

export interface PadAnswer {
  hits: PadHit[];
  /** The letters that lead somewhere from here. */
  next: Set<string>;
}

export interface Pad {
  search(letters: string): PadAnswer;
  /** The record whose name comes nearest to a word, as the list of frequent matters gives it. */
  named(word: string): PadHit | undefined;
}

/** Words that join others: nobody begins with them what they look for. */
const joining = '的了和与及或在对';

/** Word starts are looked up among so many records at most; with more, the next letter is what helps. */
const segmented = 1500;

const code = (letter: string) => 1 << (letter.charCodeAt(0) - 97);

/** Better first: the whole name, its beginning, the beginning of a word in it, the middle of a word. */
type Rank = 0 | 1 | 2 | 3;

interface Occurrence {
  rank: Rank;
  name: number;
  from: number;
  to: number;
}

export function pad({ names, letters }: PadFile): Pad {
  const masks = new Map<string, number>();
  for (const letter of Object.keys(letters)) {
    for (const char of letters[letter] as string) masks.set(char, (masks.get(char) ?? 0) | code(letter));
    masks.set(letter, code(letter));
  }
  const lines = names.split('\n').map((line) => line.split('\t'));
  // All names in a row; a zero parts them, and stands for every character that has no letter, so that no match runs over it.
  const all: string[] = [];
  const recordOf: number[] = [];
  const starts: number[] = [];
  let length = 0;
  for (let record = 0; record < lines.length; record++) {
    for (const name of lines[record] as string[]) {
      all.push(name);
      recordOf.push(record);
      starts.push(length);
      length += name.length + 1;
    }
  }
  const row = new Int32Array(length);
  const nameAt = new Int32Array(length);
  for (let name = 0; name < all.length; name++) {
    const start = starts[name] as number;
    const text = all[name] as string;
    nameAt.fill(name, start, start + text.length + 1);
    for (let at = 0; at < text.length; at++) row[start + at] = masks.get((text[at] as string).toLowerCase()) ?? 0;
  }

  const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;
  const wordStarts = new Map<number, Set<number>>();
  function beginsWord(name: number, at: number): boolean {
    const text = all[name] as string;
    if (joining.indexOf(text[at] as string) >= 0) return false;
    if (!segmenter) return false;
    let found = wordStarts.get(name);
    if (!found) {
      found = new Set();
      for (const { index } of segmenter.segment(text)) found.add(index);
      wordStarts.set(name, found);
    }
    return found.has(at);
  }

  /** Every place where the letters stand in a row, and what can come after them. */
  function occurrences(wanted: readonly number[]): { places: number[]; next: number } {
    const places: number[] = [];
    let next = 0;
    const last = length - wanted.length;
    for (let at = 0; at < last; at++) {
      let same = 0;
      while (same < wanted.length && ((row[at + same] as number) & (wanted[same] as number)) !== 0) same++;
      if (same < wanted.length) continue;
      places.push(at);
      next |= row[at + same] as number;
    }
    return { places, next };
  }

  const hit = ({ name, from, to }: Occurrence): PadHit => {
    const record = recordOf[name] as number;
    return { record, name: all[name] as string, title: lines[record]?.[0] ?? '', from, to };
  };

  function search(typed: string): PadAnswer {
    const wanted = [...typed].map(code);
    const { places, next } = occurrences(wanted);
    const following = new Set(Object.keys(letters).filter((letter) => (next & code(letter)) !== 0));
    if (wanted.length === 0) return { hits: [], next: following };
    const best = new Map<number, Occurrence>();
    const findWords = new Set(places.map((at) => recordOf[nameAt[at] as number])).size <= segmented;
    for (const at of places) {
      const name = nameAt[at] as number;
      const from = at - (starts[name] as number);
      const to = from + wanted.length;
      const whole = from === 0 && to === (all[name] as string).length;
      const rank: Rank = whole ? 0 : from === 0 ? 1 : findWords && beginsWord(name, from) ? 2 : 3;
      const known = best.get(recordOf[name] as number);
      if (!known || rank < known.rank) best.set(recordOf[name] as number, { rank, name, from, to });
    }
    const hits = [...best.values()].sort(
      (a, b) => a.rank - b.rank || a.from - b.from || (recordOf[a.name] as number) - (recordOf[b.name] as number),
    );
    return { hits: hits.map(hit), next: following };
  }

  function named(word: string): PadHit | undefined {
    let best: Occurrence | undefined;
    for (let name = 0; name < all.length; name++) {
      const text = all[name] as string;
      const from = text.indexOf(word);
      if (from < 0) continue;
      const rank: Rank = text === word ? 0 : from === 0 ? 1 : 2;
      if (!best || rank < best.rank) best = { rank, name, from, to: from + word.length };
    }
    return best && hit(best);
  }

  return { search, named };
}
