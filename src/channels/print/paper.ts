// Sizes of paper, in one place, after GB/T 9704—2012: A4 with 37 mm at the head, 28 mm at the binding, and 156 × 225 mm of text, page
// numbers outside, 7 mm below it. A5 is the same at 1/√2. In: which paper. Out: @page rules for a document's parts.
// Text areas are whole px: a fraction would push the last line of some pages to the next.

export type PaperName = 'A4' | 'A5';

export interface Paper {
  name: PaperName;
  /** mm */
  width: number;
  height: number;
  head: number;
  binding: number;
  /** px */
  text: { width: number; height: number };
  /** Room for a drawing, px: between the text, or on a page of its own with narrow margins, upright or across. */
  charts: { inText: Room; upright: Room; across: Room };
  /** Sizes of letters, pt. */
  pageNumber: number;
  runningHead: number;
}
interface Room {
  width: number;
  height: number;
}

export const papers: Record<PaperName, Paper> = {
  A4: {
    name: 'A4',
    width: 210,
    height: 297,
    head: 37,
    binding: 28,
    text: { width: 590, height: 850 },
    charts: { inText: { width: 590, height: 760 }, upright: { width: 710, height: 900 }, across: { width: 1020, height: 600 } },
    pageNumber: 14,
    runningHead: 9,
  },
  A5: {
    name: 'A5',
    width: 148,
    height: 210,
    head: 26,
    binding: 20,
    text: { width: 416, height: 600 },
    charts: { inText: { width: 416, height: 520 }, upright: { width: 498, height: 620 }, across: { width: 712, height: 410 } },
    pageNumber: 10.5,
    runningHead: 7.5,
  },
};

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** A named kind of page: what stands at its head on the left-hand and the right-hand page, inner and outer. */
export interface RunningHead {
  name: string;
  left: [outer: string, inner: string];
  right: [inner: string, outer: string];
}

const none =
  '@top-left{content:none}@top-center{content:none}@top-right{content:none}@bottom-left{content:none}@bottom-right{content:none}';

function headRules({ name, left, right }: RunningHead, middle: string, paper: Paper): string {
  const line = `font:${paper.runningHead}pt 'Noto Sans SC',sans-serif;color:#47535b;border-bottom:.6pt solid #0e4a58;vertical-align:bottom;padding-bottom:1.2mm;margin-bottom:5mm`;
  const box = (place: string, text: string) => `@top-${place}{content:${quoted(text)};${line}}`;
  const heads = ([first, second]: [string, string]) => box('left', first) + box('center', middle) + box('right', second);
  return `${name}:left{${heads(left)}}@page ${name}:right{${heads(right)}}`;
}

/** Named pages `<name>`, and where charts need them `<name>-chart` and `<name>-across`. `middle` stands in the middle of every head. */
export function pageRules(paper: Paper, heads: readonly RunningHead[], middle: string): string {
  const { width, height, head, binding, text, name, pageNumber } = paper;
  const outer = `calc(${width - binding}mm - ${text.width}px)`;
  const foot = `calc(${height - head}mm - ${text.height}px)`;
  const number = `font:${pageNumber}pt 'Noto Serif SC',serif;vertical-align:top;padding-top:6mm`;
  const rules = [
    `@page{size:${name};margin:${head}mm ${outer} ${foot} ${binding}mm}`,
    `@page:left{margin:${head}mm ${binding}mm ${foot} ${outer};@bottom-left{content:"— " counter(page) " —";padding-left:1em;${number}}}`,
    `@page:right{@bottom-right{content:"— " counter(page) " —";padding-right:1em;${number}}}`,
    `@page cover{margin:0;counter-increment:page 0;${none}}`,
    `@page front{counter-increment:page 0 front 1;${none}@bottom-center{content:"— " counter(front,upper-roman) " —";${number}}}`,
  ];
  const [narrowOuter, narrowBinding] = [width * 0.038, width * 0.066];
  for (const item of heads) {
    rules.push(`@page ${headRules(item, middle, paper)}`);
    for (const [suffix, size] of [
      ['chart', name],
      ['across', `${name} landscape`],
    ] as const) {
      const chart = `${item.name}-${suffix}`;
      const [top, bottom] = suffix === 'chart' ? [head * 0.7, head * 0.62] : [head * 0.62, head * 0.5];
      rules.push(`@page ${chart}{size:${size};margin:${top}mm ${narrowOuter}mm ${bottom}mm ${narrowBinding}mm}`);
      rules.push(`@page ${chart}:left{margin:${top}mm ${narrowBinding}mm ${bottom}mm ${narrowOuter}mm}`);
      rules.push(`@page ${headRules({ ...item, name: chart }, middle, paper)}`);
    }
  }
  return rules.join('\n');
}
