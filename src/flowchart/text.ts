// How wide a text will be and where it may break, without a browser. In: text, size and room in px. Out: px, lines.
// Widths are those that PingFang, YaHei and Noto CJK share (a Han character is one em) and rounded up for Latin, so a text never
// comes out wider than measured here; tests/e2e measures it in the browser.

/** Width of one character in ems. */
function ems(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0x2e80 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2460 && code <= 0x24ff)) return 1;
  if (/[A-Z]/.test(char)) return 0.72;
  if (/[mw%@]/.test(char)) return 0.92;
  if (/[iljtfrI.,:;'|!()[\] ]/.test(char)) return 0.36;
  return 0.6;
}

export function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, char) => sum + ems(char), 0) * size;
}

/** What may not begin a line, and what may not end one (GB/T 15834 标点符号用法); a lone 和 goes with what it adds. */
const neverFirst = /^[，。、；：？！）》」』】〕”’…·％%,.;:?!)\]}]/u;
const neverLast = /[（《「『【〔“‘([{]$|^[和与及或并]$/u;

/** Pieces that a line break may stand between, with the marks that cling to them. */
function clinging(parts: readonly string[]): string[] {
  const found: string[] = [];
  for (const part of parts) {
    const before = found.at(-1);
    if (before !== undefined && (neverFirst.test(part) || neverLast.test(before))) found[found.length - 1] = before + part;
    else found.push(part);
  }
  return found;
}

/** Single Han characters, and runs of Latin letters and digits that stay whole. */
const characters = (text: string) => clinging(text.match(/[A-Za-z0-9.%/+-]+|./gsu) ?? []);

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
/** Words, so that 登记 is not torn where it need not be. */
const words = (text: string) => clinging([...segmenter.segment(text)].map(({ segment }) => segment));

function fill(parts: readonly string[], size: number, room: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(line + part, size) <= room) lines[lines.length - 1] = line + part;
    else lines.push(part);
  }
  return lines;
}

/** As few lines as fit, all about equally long, broken between words if that takes no more lines. A piece wider than the room stays whole. */
export function breakLines(text: string, size: number, room: number): string[] {
  const fewest = fill(characters(text), size, room);
  const fits = (lines: readonly string[]) => lines.length === fewest.length && lines.every((line) => widthOf(line, size) <= room);
  for (const parts of [words(text), characters(text)]) {
    for (let narrower = size * 2; narrower <= room + size / 2; narrower += size / 2) {
      const lines = fill(parts, size, Math.min(narrower, room)).map((line) => line.trim());
      if (fits(lines)) return lines;
    }
  }
  return fewest;
}
