// Search documents → the county's words with their pinyin, in one small file. In: what the pages say, what people call it.
// Out: terms that lead somewhere: titles, parts shared by titles, phrases that occur again and again, names people use.
import * as OpenCC from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import type { SearchDocument } from '../views/search-document.ts';
import type { Synonyms } from './build-index.ts';
import type { TermFile } from './term-list.ts';

/** Of all terms together, compressed to about as many bytes: 27,000 for 3,000 pages. More would be too much to load while someone
 *  types. Unit: characters. */
const mostCharacters = (documents: number) => Math.min(9 * documents, 100_000);
/** Lengths of terms and of phrases. Unit: characters. */
const [shortest, longestPart, longestTitle] = [3, 14, 24];

const hanRuns = (text: string) => text.split(/[^\p{Script=Han}]+/u).filter(Boolean);

function add(counts: Map<string, number>, term: string, count = 1): void {
  counts.set(term, (counts.get(term) ?? 0) + count);
}

/** 第十二条, 第三款: no word of the county, and as pinyin in the way of the others. */
const numbered = /^第[一二三四五六七八九十百零]+[条款项章节]/u;

/** Unbroken phrases and how many pages have them: neither rare ones nor the labels that are on every page. */
function repeatedPhrases(documents: readonly SearchDocument[]): Map<string, number> {
  const pages = new Map<string, number>();
  for (const { title, text } of documents) {
    const runs = new Set([title, ...text].flatMap(hanRuns).filter((run) => run.length >= shortest && run.length <= longestPart));
    for (const run of runs) add(pages, run);
  }
  const [least, most] = [Math.max(3, documents.length / 1_000), documents.length / 10];
  return new Map([...pages].filter(([run, count]) => count >= least && count <= most && !numbered.test(run)));
}

/** Parts that several titles share and that can be continued and preceded in more than one way: the words of the county. */
function sharedParts(titles: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const before = new Map<string, Set<string>>();
  const after = new Map<string, Set<string>>();
  const parts = (run: string) =>
    [...run].flatMap((_, from) =>
      Array.from({ length: Math.max(0, Math.min(longestPart, run.length - from) - shortest + 1) }, (_unused, more) => ({
        part: run.slice(from, from + shortest + more),
        previous: run[from - 1] ?? '^',
        next: run[from + shortest + more] ?? '$',
      })),
    );
  for (const title of titles)
    for (const part of new Set(
      hanRuns(title)
        .flatMap(parts)
        .map((item) => item.part),
    ))
      add(counts, part);
  const put = (map: Map<string, Set<string>>, part: string, neighbour: string) =>
    map.set(part, (map.get(part) ?? new Set()).add(neighbour));
  for (const title of titles) {
    for (const { part, previous, next } of hanRuns(title).flatMap(parts)) {
      if ((counts.get(part) ?? 0) < 3) continue;
      put(before, part, previous);
      put(after, part, next);
    }
  }
  const free = [...before.keys()].filter((part) => (before.get(part)?.size ?? 0) > 1 && (after.get(part)?.size ?? 0) > 1);
  return new Map(free.map((part) => [part, counts.get(part) ?? 0]));
}

/** Terms and how often they occur, most frequent first, as many as there is room for. */
export function countedTerms(documents: readonly SearchDocument[], synonyms: Synonyms): [string, number][] {
  const counts = repeatedPhrases(documents);
  // A name that leads straight to a page counts for as much as the most frequent phrase.
  const nameCounts = Math.ceil(documents.length / 10);
  const units = [...new Set(documents.flatMap(({ unit }) => unit ?? []))];
  for (const [part, count] of sharedParts(documents.map(({ title }) => title))) add(counts, part, count);
  for (const { title, aliases, sought } of documents) {
    // The matter itself: what the unit is called before it is on every page.
    const unit = units.find((name) => title.includes(name));
    const matter = unit ? title.slice(title.indexOf(unit) + unit.length) : title;
    const names = [matter, ...aliases].filter((name) => !/[\da-z]/i.test(name)).map((name) => hanRuns(name).join(''));
    for (const name of names.filter(({ length }) => length >= 2 && length <= longestTitle)) add(counts, name, sought ? nameCounts : 1);
  }
  for (const [word, officials] of Object.entries(synonyms)) {
    const count = officials.reduce((sum, official) => sum + (counts.get(official) ?? 0), nameCounts);
    if (/^\p{Script=Han}+$/u.test(word)) add(counts, word, count);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1));
  let characters = 0;
  const end = sorted.findIndex(([term]) => {
    characters += term.length;
    return characters > mostCharacters(documents.length);
  });
  return end < 0 ? sorted : sorted.slice(0, end);
}

/** The Chinese characters of GB 2312: what common input methods offer, so what a slip can be. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const row = (high: number) =>
    Array.from({ length: high === 0xd7 ? 89 : 94 }, (_, low) => decoder.decode(new Uint8Array([high, 0xa1 + low])));
  return Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, index) => row(0xb0 + index)).flat();
}

/** Syllables without tones; ü is v, as it is typed. */
const syllablesOf = (text: string) =>
  pinyin(text, { toneType: 'none', type: 'array', v: true }).map((syllable) => syllable.replace(/[^a-z]/g, ''));

/** How each character is read: as in most of the county's terms, otherwise as it is read alone. */
function usualSounds(read: readonly { term: string; syllables: readonly string[] }[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { term, syllables } of read) {
    for (const [at, char] of [...term].entries()) {
      const of = counts.get(char) ?? new Map<string, number>();
      counts.set(char, of);
      add(of, syllables[at] ?? '');
    }
  }
  const most = (of: Map<string, number>) => [...of].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  return new Map([
    ...commonCharacters().map((char): [string, string] => [char, syllablesOf(char)[0] ?? '']),
    ...[...counts].map(([char, of]): [string, string] => [char, most(of)]),
  ]);
}

/** Simplified characters of the county with the Traditional forms of the mainland standard, Hong Kong and Taiwan. */
function traditionalForms(characters: ReadonlySet<string>): string {
  const converters = (['t', 'hk', 'tw'] as const).map((from) => OpenCC.Converter({ from, to: 'cn' }));
  const forms = new Map<string, Set<string>>();
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const char = String.fromCodePoint(code);
    for (const convert of converters) {
      const simple = convert(char);
      if (simple !== char && characters.has(simple) && !characters.has(char)) forms.set(simple, (forms.get(simple) ?? new Set()).add(char));
    }
  }
  return [...forms].map(([simple, others]) => simple + [...others].join('')).join(' ');
}

export function termFile(documents: readonly SearchDocument[], synonyms: Synonyms): TermFile {
  const counted = countedTerms(documents, synonyms);
  const characters = new Set(documents.flatMap(({ title, text, aliases }) => [...[title, ...text, ...aliases].join('')]));
  const read = counted.map(([term]) => ({ term, syllables: syllablesOf(term) }));
  const soundOf = usualSounds(read);
  const charsOf = new Map<string, string>();
  for (const [char, syllable] of soundOf) charsOf.set(syllable, (charsOf.get(syllable) ?? '') + char);
  const readings: Record<number, string> = {};
  for (const [index, { term, syllables }] of read.entries()) {
    const other = [...term].flatMap((char, at) => (syllables[at] === soundOf.get(char) ? [] : [`${at}${syllables[at]}`]));
    if (other.length > 0) readings[index] = other.join('');
  }
  return {
    syllables: [...charsOf].map(([syllable, chars]) => syllable + chars).join(' '),
    terms: counted.map(([term]) => term).join(' '),
    weights: counted.map(([, count]) => Math.min(35, Math.round(Math.log2(count))).toString(36)).join(''),
    readings,
    traditional: traditionalForms(characters),
  };
}
