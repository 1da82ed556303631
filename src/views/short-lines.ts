// Texts for places that show one short line at a time: crawl lines, LED strips. In: a text. Out: lines of at most 40 characters,
// broken after punctuation where possible, otherwise between words; nothing is left out.

/** What a television crawl and a strip of 352×80 pixels take. Unit: characters. */
export const lineLength = 40;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** A clause that is too long itself, as words; brackets and quotes stay with what they hold. */
function pieces(clause: string): string[] {
  if (clause.length <= lineLength) return [clause];
  const found: string[] = [];
  for (const { segment } of words.segment(clause)) {
    const last = found.at(-1);
    if (last !== undefined && (/[（《“‘]$/.test(last) || /^[）》”’：·—]/.test(segment))) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found.flatMap((word) => word.match(/.{1,40}/gsu) ?? []);
}

export function shortLines(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of (text.match(/[^，。！？；、]+[，。！？；、”）]*/gu) ?? []).flatMap(pieces)) {
    if (line && (line + piece).length > lineLength) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  return [...lines, line].map((found) => found.trim().replace(/[，、；。]+$/, '')).filter(Boolean);
}

/** Sentences and half-sentences of a text, as a list can be paged between them. */
export function sentences(text: string): string[] {
  return text.match(/[^。！？；]+[。！？；]*[”）]*/gu) ?? [];
}
