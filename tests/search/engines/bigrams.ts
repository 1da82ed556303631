// The tokens of this project, for MiniSearch and FlexSearch: what is compared is the engine, not how Chinese is cut.
import { encode } from '../../../src/search/tokens.ts';

/** The mark of a lone character is left out: these engines are asked for single characters by prefix. */
export function bigrams(text: string): string[] {
  const words = encode(text)
    .toLowerCase()
    .split(' ')
    .map((token) => token.replaceAll(/[^\p{L}\p{N}]/gu, '').replace(/^(\p{Script=Han})z$/u, '$1'));
  // The last character of a run stands in the token before it.
  return words.filter((word, index) => word !== '' && !(/^\p{Script=Han}$/u.test(word) && words[index - 1]?.endsWith(word)));
}

/** A query: no pair runs over a blank. */
export const queryBigrams = (query: string) => query.split(/\s+/u).flatMap(bigrams);
