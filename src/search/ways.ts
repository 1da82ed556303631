// The planner: ways to understand what was typed, one after another, from the exact to the near. A way is tried only when those
// before it led to no page. In: an engine, the county's words, a query. Out: for each way the pages it leads to, best first.
import type { Engine, Found, Words } from './engine.ts';
import type { AnsweredBy, Filters } from './protocol.ts';
import { holdsRuns, type Piece, piecesOf, soughtTokens } from './query.ts';
import { questionOf } from './questions.ts';

/** A page that may answer; `must` is what its text has to hold. */
export interface Candidate {
  found: Found;
  must: readonly string[];
}

export interface Way {
  answeredBy: AnsweredBy;
  candidates: Candidate[];
  /** What to mark. */
  needles: string[];
  /** What was looked for, where that is not what was typed. */
  instead?: string;
  /** Terms that may be meant. */
  suggestions?: string[];
}

interface Search {
  engine: Engine;
  words: Words;
  filters: Filters;
}

/** How many official names a query is tried with. */
const names = 4;
/** How many terms are looked for: letters may mean many, a slip is meant to be one. */
const termsTried: Partial<Record<AnsweredBy, number>> = { pinyin: 5, spelling: 3 };

const textsOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text);

/** Pages that hold all pieces, each as an unbroken run. */
async function strict({ engine, filters }: Search, pieces: readonly Piece[]): Promise<Candidate[]> {
  const found = await engine.find(pieces.flatMap(soughtTokens), filters);
  const must = textsOf(pieces);
  return found.filter(({ positions }) => holdsRuns(positions, pieces)).map((item) => ({ found: item, must }));
}

/** Those that are also in `first` come first. */
function preferring(candidates: readonly Candidate[], first: readonly Candidate[]): Candidate[] {
  const ids = new Set(first.map(({ found }) => found.id));
  return [...candidates.filter(({ found }) => ids.has(found.id)), ...candidates.filter(({ found }) => !ids.has(found.id))];
}

function withoutRepeats(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ found }) => !seen.has(found.id) && seen.add(found.id));
}

/** Takes from each list in turn, so that the first page of results shows something of each. */
function inTurn(lists: readonly Candidate[][]): Candidate[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return withoutRepeats(Array.from({ length: longest }, (_, row) => lists.flatMap((list) => list[row] ?? [])).flat());
}

/** The query with people's words replaced by official names. */
function rewritten(query: string, { synonyms }: Words): string[] {
  const known = Object.entries(synonyms).filter(([word]) => query.includes(word));
  return known.flatMap(([word, officials]) => officials.map((official) => query.replaceAll(word, official))).slice(0, names);
}

/** All that was typed, and its official names after it. */
async function literal(search: Search, query: string): Promise<Way> {
  const pieces = piecesOf(query);
  const exact = await strict(search, pieces);
  const others = rewritten(query, search.words).map(piecesOf);
  const byName = (await Promise.all(others.map((other) => strict(search, other)))).flat();
  return {
    answeredBy: exact.length > 0 ? 'exact' : 'synonym',
    candidates: withoutRepeats([...exact, ...byName]),
    needles: [pieces, ...others].flatMap(textsOf),
  };
}

/** A question, without its words of asking; pages that also hold the wanted word come first. */
async function question(search: Search, query: string): Promise<Way | undefined> {
  const asked = questionOf(query);
  if (!asked) return undefined;
  const way = await literal(search, asked.about);
  const wanted = asked.wants && way.candidates.length > 1 ? await literal(search, `${asked.about} ${asked.wants}`) : undefined;
  return { ...way, answeredBy: 'question', instead: asked.about, candidates: preferring(way.candidates, wanted?.candidates ?? []) };
}

/** Pages for each of some terms in turn. */
async function byTerms(search: Search, answeredBy: AnsweredBy, suggestions: readonly string[]): Promise<Way | undefined> {
  const [first] = suggestions;
  if (first === undefined) return undefined;
  const tried = suggestions.slice(0, termsTried[answeredBy]);
  const lists: Candidate[][] = [];
  for (const term of tried) lists.push((await literal(search, term)).candidates);
  return { answeredBy, candidates: inTurn(lists), needles: tried, instead: first, suggestions: [...suggestions] };
}

interface Part extends Way {
  /** The rest of the query stands elsewhere on the page. */
  whole: boolean;
  /** How much of the query the part is, from 0 to 1. */
  share: number;
}

/** The longest head or tail of some characters that any page holds, at least `shortest`; a longer one is held by fewer pages. */
async function longestHeld(search: Search, chars: readonly string[], end: 'head' | 'tail', shortest: number): Promise<number> {
  const cut = (length: number) => (end === 'head' ? chars.slice(0, length) : chars.slice(-length)).join('');
  const isHeld = async (length: number) => (await strict(search, piecesOf(cut(length)))).length > 0;
  let [held, open] = [shortest - 1, chars.length - 1];
  while (held < open) {
    const middle = Math.ceil((held + open) / 2);
    if (await isHeld(middle)) held = middle;
    else open = middle - 1;
  }
  return held < shortest ? 0 : held;
}

/** A longest part may have taken the first character of the next word; so much shorter ones are tried with their rest. */
const giveBack = 2;

/** The longest head or tail of the query that any page holds; with the rest elsewhere on the page when that can be had. */
async function* parts(search: Search, query: string): AsyncGenerator<Part> {
  const chars = [...query];
  const shortest = Math.max(3, Math.ceil(chars.length / 2));
  const ends = await Promise.all(
    (['head', 'tail'] as const).map(async (end) => ({ end, length: await longestHeld(search, chars, end, shortest) })),
  );
  let best: Part | undefined;
  for (const { end, length } of ends.filter((item) => item.length > 0).sort((a, b) => b.length - a.length)) {
    for (let size = length; size >= Math.max(shortest, length - giveBack); size--) {
      const part = (end === 'head' ? chars.slice(0, size) : chars.slice(-size)).join('');
      const rest = (end === 'head' ? chars.slice(size) : chars.slice(0, -size)).join('');
      const held = await strict(search, piecesOf(part));
      const share = size / chars.length;
      best ??= { answeredBy: 'part', candidates: held, needles: [part], instead: part, whole: false, share };
      if ([...rest].length < 2) continue;
      const whole = await strict(search, piecesOf(`${part} ${rest}`));
      if (whole.length > 0) yield { ...best, candidates: withoutRepeats([...whole, ...held]), needles: [part, rest], whole: true, share };
    }
  }
  if (best) yield best;
}

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh-CN', { granularity: 'word' }) : undefined;

/** Dictionary words, apart; a single character is joined to the word before it. */
function dictionaryWords(query: string): string[] {
  const found: string[] = [];
  for (const { segment } of segmenter?.segment(query) ?? []) {
    const last = found.at(-1);
    if (last !== undefined && ([...segment].length === 1 || [...last].length === 1)) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}

/** Pages by how many pairs of characters of the query they hold; those with less than half of the best are left out. */
async function near({ engine, filters }: Search, query: string): Promise<Way> {
  const tokens = [...new Set(piecesOf(query).flatMap((piece) => piece.tokens))].slice(0, 12);
  const scores = new Map<string, { found: Found; held: number }>();
  for (const token of tokens) {
    for (const found of await engine.find([token], filters)) {
      const entry = scores.get(found.id) ?? { found, held: 0 };
      entry.held += 1;
      scores.set(found.id, entry);
    }
  }
  const all = [...scores.values()].sort((a, b) => b.held - a.held || b.found.score - a.found.score);
  const best = all[0]?.held ?? 0;
  const kept = all.filter(({ held }) => held * 2 > best && held * 2 >= tokens.length);
  return { answeredBy: 'near', candidates: kept.map(({ found }) => ({ found, must: [] })), needles: tokens };
}

/** All ways for a normalised query, in order; the caller stops at the first that holds. */
export async function* waysTo(search: Search, query: string): AsyncGenerator<Way> {
  yield await literal(search, query);
  const asked = await question(search, query);
  if (asked) yield asked;
  const list = await search.words.terms();
  if (/^[a-z' ]+$/.test(query)) {
    const way = await byTerms(search, 'pinyin', list.byPinyin(query.replaceAll(/[^a-z]/g, '')));
    if (way) yield way;
  }
  const simplified = list.simplified(query);
  if (simplified !== query) {
    yield* waysTo(search, simplified);
    return;
  }
  const about = asked?.instead ?? query;
  const spelled = await byTerms(search, 'spelling', list.nearest(about));
  if (spelled) yield spelled;
  if (piecesOf(about).length === 1 && [...about].length > 3) {
    for await (const way of parts(search, about)) if (way.whole || way.share >= 0.6) yield way;
  }
  const separate = about.split(' ').flatMap(dictionaryWords);
  if (separate.length > 1) {
    const candidates = await strict(search, piecesOf(separate.join(' ')));
    if (candidates.length > 0) yield { answeredBy: 'words', candidates, needles: separate };
  }
  yield await near(search, about);
}
