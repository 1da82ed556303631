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

/** A pair of characters also says what the next one is. */
const isPair = (token: string) => /^\p{Script=Han}{2}$/u.test(token);

/** Which tokens of a piece are looked for, by their places in it: the token after a pair says nothing new unless it is the last.
 *  Half as many words to load and to compare. */
function placesOf({ tokens }: Pick<Piece, 'tokens'>): number[] {
  const places: number[] = [];
  for (const at of tokens.keys()) {
    const follows = at > 0 && places.at(-1) === at - 1 && isPair(tokens[at - 1] ?? '');
    if (!follows || at === tokens.length - 1) places.push(at);
  }
  return places;
}

/** The tokens that are looked for. */
export const soughtTokens = (piece: Pick<Piece, 'tokens'>): string[] => placesOf(piece).map((place) => piece.tokens[place] ?? '');

/** Do the positions where a page has the sought tokens contain each piece as an unbroken run? Pieces that share tokens, or one
 *  of which begins another's, may share a run; otherwise there must be as many runs as there are pieces that make one. */
export function holdsRuns(positions: readonly number[], pieces: readonly Pick<Piece, 'tokens'>[]): boolean {
  const held = new Set(positions);
  const sought = pieces.flatMap(soughtTokens);
  const sharing = sought.some((token, at) => sought.some((other, place) => place !== at && other.startsWith(token)));
  const shapes = pieces.map(placesOf);
  return shapes.every((places) => {
    const runs = [...held].filter((start) => places.every((place) => held.has(start + place))).length;
    return runs >= (sharing ? 1 : shapes.filter((other) => places.every((place) => other.includes(place))).length);
  });
}
