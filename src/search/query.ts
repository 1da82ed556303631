// What was typed → what to look for. In: the text of the search box. Out: pieces, each to be found as an unbroken run of tokens.
import { asWritten } from './citations.ts';
import { comparable, queryTokens } from './tokens.ts';

/** Longer input says no more; it would only be slow. Unit: characters. */
const longest = 60;

/** A blank-free part of a query. */
export interface Piece {
  /** Its letters and characters without punctuation, to be looked for in a text made `comparable`. */
  text: string;
  tokens: string[];
}

/** A query as it is compared: compatibility forms folded, small letters, citations as statutes write them, not too long. */
export function normalised(query: string): string {
  // Cut twice: compatibility forms may grow (㍿ is four characters), and a very long input should not be folded whole.
  const plain = [...query].slice(0, longest).join('').normalize('NFKC').toLowerCase();
  return [...asWritten(plain.replace(/\s+/gu, ' ').trim())].slice(0, longest).join('');
}

/** The pieces of a normalised query, each with at least one token; none for a query without letters. */
export function piecesOf(query: string): Piece[] {
  return query
    .split(/\s+/u)
    .map((part) => ({ text: comparable(part), tokens: queryTokens(part) }))
    .filter(({ tokens }) => tokens.length > 0);
}

/** Do the positions where a page has the tokens contain, for each piece, a run of its length? Positions ascend, with repeats.
 *  Pieces that share tokens may share a run; otherwise each needs one of its own. */
export function holdsRuns(positions: readonly number[], pieces: readonly Pick<Piece, 'tokens'>[]): boolean {
  const tokens = pieces.flatMap((piece) => piece.tokens);
  const sharing = new Set(tokens).size < tokens.length;
  const runs: number[] = [];
  let run = 0;
  let previous = Number.NEGATIVE_INFINITY;
  for (const position of positions) {
    if (position === previous) continue;
    run = position === previous + 1 ? run + 1 : 1;
    if (run === 1) runs.push(1);
    else runs[runs.length - 1] = run;
    previous = position;
  }
  // The longest piece takes the longest run; what is left of that run may serve another piece.
  for (const length of pieces.map((piece) => piece.tokens.length).sort((a, b) => b - a)) {
    runs.sort((a, b) => b - a);
    const longestRun = runs[0] ?? 0;
    if (longestRun < length) return false;
    if (!sharing) runs[0] = longestRun - length;
  }
  return true;
}
