// Chinese text ⇄ tokens that Pagefind cannot mis-segment, and back. Pagefind cuts words differently when it indexes and when it
// searches; a Han character together with the next one, as one token, leaves it nothing to cut.
// One token per character position, so the positions Pagefind returns are positions in the text (see docs/decisions.md).

/** A Han character, or a run of letters and digits, with the punctuation that followed it. */
interface Unit {
  text: string;
  han: boolean;
  /** A sentence or block ended before this unit: no phrase runs across. */
  afterBreak: boolean;
  punctuation: string;
}

const hanPattern = /\p{Script=Han}/u;
const wordPattern = /[\p{L}\p{N}\p{M}]/u;
const breakPattern = /[。！？；!?;\n]/;

/** A letter or digit as compared: compatibility forms folded (full-width digits and letters). Case is left to Pagefind. */
const folded = (char: string) => char.normalize('NFKC');

function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let afterBreak = false;
  let open = false;
  for (const char of text) {
    if (hanPattern.test(char)) {
      units.push({ text: char, han: true, afterBreak, punctuation: '' });
      afterBreak = false;
      open = false;
    } else if (wordPattern.test(char)) {
      const last = units.at(-1);
      if (open && last) last.text += folded(char);
      else units.push({ text: folded(char), han: false, afterBreak, punctuation: '' });
      afterBreak = false;
      open = true;
    } else {
      const last = units.at(-1);
      if (last) last.punctuation += char;
      // What a text begins with (《) stands before its first word, as a token without a word.
      else units.push({ text: '', han: false, afterBreak: false, punctuation: char });
      if (breakPattern.test(char)) afterBreak = true;
      open = false;
    }
  }
  return units;
}

/** Marks a Han character that is not followed by another one, so that a search for it alone does not depend on what follows. */
const alone = 'z';

function tokenOf(unit: Unit, next: Unit | undefined): string {
  if (!unit.han) return unit.text;
  return next?.han && !next.afterBreak ? unit.text + next.text : unit.text + alone;
}

/** Punctuation rides at the end of a token as ASCII, which Pagefind drops from the word. Chinese marks are a caret and a look-alike,
 *  ASCII marks are themselves, a blank is a tilde since it would split the token; other signs are dropped. */
const marks: Record<string, string> = {
  ' ': '~',
  '，': '^,',
  '。': '^.',
  '：': '^:',
  '；': '^;',
  '？': '^?',
  '！': '^!',
  '、': '^`',
  '（': '^(',
  '）': '^)',
  '《': '^[',
  '》': '^]',
  '“': '^{',
  '”': '^}',
  '〔': '^<',
  '〕': '^>',
  '—': '^_',
  '…': '^~',
  '·': '^@',
  '\n': '^|',
  '　': '^=',
  '–': '^-',
};
const marksBack = new Map(Object.entries(marks).map(([mark, ascii]) => [ascii, mark]));
const encodeMarks = (punctuation: string) =>
  [...punctuation].map((mark) => marks[mark] ?? (/[!-/:-@[\]_`{-}]/.test(mark) ? mark : '')).join('');
const decodeMarks = (ascii: string) => ascii.replace(/\^.|~/g, (mark) => marksBack.get(mark) ?? '');

/** Text as indexed: tokens separated by spaces. */
export function encode(text: string): string {
  const units = unitsOf(text);
  return units.map((unit, index) => tokenOf(unit, units[index + 1]) + encodeMarks(unit.punctuation)).join(' ');
}

/** Indexed text back to what people read: one piece per token, in order. */
export function decode(indexed: string): string[] {
  return indexed
    .split(' ')
    .filter(Boolean)
    .map((token) => {
      const [, word = '', punctuation = ''] = /^([\p{L}\p{N}\p{M}]*)(.*)$/u.exec(token) ?? [];
      return (hanPattern.test(word) ? ([...word][0] ?? '') : word) + decodeMarks(punctuation);
    });
}

/** Indexed text to what is compared with a query: the same pieces without punctuation, in small letters. */
export function words(indexed: string): string[] {
  return indexed
    .split(' ')
    .filter(Boolean)
    .map((token) => {
      const [word = ''] = /^[\p{L}\p{N}\p{M}]*/u.exec(token) ?? [];
      return hanPattern.test(word) ? ([...word][0] ?? '') : word.toLowerCase();
    });
}

/** One blank-free piece of a query as tokens, in order; a page matches when it holds them at consecutive positions. */
export function queryTokens(piece: string): string[] {
  const units = unitsOf(piece);
  return units.flatMap((unit, index) => {
    const next = units[index + 1];
    const previous = units[index - 1];
    if (!unit.han) return unit.text === '' ? [] : [unit.text.toLowerCase()];
    if (next?.han) return [unit.text + next.text];
    if (next) return [unit.text + alone];
    // The last character stands in the token before it; alone it finds every word that begins with it.
    return previous?.han ? [] : [unit.text];
  });
}

/** Separates sentences in a comparable text; no query holds it. */
const breakMark = '\n';

/** Text without punctuation, in small letters, sentences kept apart: what a phrase is compared with. */
export function comparable(text: string): string {
  return unitsOf(text)
    .map(({ text: word, afterBreak }) => (afterBreak ? breakMark + word : word))
    .join('')
    .toLowerCase();
}
