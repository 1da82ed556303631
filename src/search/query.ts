// What was typed → what to look for. In: the text of the search box. Out: pieces of tokens, each piece to be found as a run.
import { queryTokens } from './tokens.ts';

/** Longer input says no more; it would only be slow. Unit: characters. */
const longest = 60;

const digits = '零一二三四五六七八九';

/** 1–999 in Chinese numerals, as in statutes. */
function numeral(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = hundreds ? `${digits[hundreds]}百${tens === 0 && ones ? '零' : ''}` : '';
  const middle = tens ? `${tens === 1 && !hundreds ? '' : digits[tens]}十` : '';
  return `${head}${middle}${ones ? digits[ones] : ''}`;
}

/** 第12条 → 第十二条: people type Arabic numerals, statutes have Chinese ones. */
const statuteNumerals = (text: string) =>
  text.replace(/第(\d{1,3})(?=[条款项章节])/g, (_match, value: string) => `第${numeral(Number(value))}`);

/** The pieces of a query, each with at least one token; none for a query without letters. */
export function piecesOf(query: string): string[][] {
  const plain = statuteNumerals([...query.normalize('NFKC')].slice(0, longest).join(''));
  return plain
    .split(/\s+/)
    .map(queryTokens)
    .filter((tokens) => tokens.length > 0);
}

/** Do the positions where a page has the tokens contain, for each piece, a run of its length? Positions ascend, with repeats. */
export function holdsRuns(positions: readonly number[], pieces: readonly string[][]): boolean {
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
  for (const length of pieces.map((piece) => piece.length).sort((a, b) => b - a)) {
    runs.sort((a, b) => b - a);
    const longestRun = runs[0] ?? 0;
    if (longestRun < length) return false;
    runs[0] = longestRun - length;
  }
  return true;
}
