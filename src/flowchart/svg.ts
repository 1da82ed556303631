// A layout → inline SVG without a script, an image or a colour of its own: shapes carry classes, colours are the page's tokens
// (chart.css), so that one drawing serves light, dark, contrast and paper.
import { type Mark, sizes, widthOfMarks } from './face.ts';
import type { Box, Layout, Line, Point } from './layout.ts';
import { labelLine } from './spacing.ts';

const corner = 6;
const arrow = { length: 9, half: 4 };

const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** Anchor of a step in the drawing; the list's own is `step-…`. */
export const chartAnchor = (stepNumber: number): string => `chart-${stepNumber}`;

/** A right-angled line with rounded corners. Relative steps, because equal corners then read equal and compress away. */
function pathOf(points: readonly Point[]): string {
  const [start, ...rest] = points as [Point, ...Point[]];
  let path = `M${start.x} ${start.y}`;
  let from = start;
  let cut = 0;
  for (const [index, to] of rest.entries()) {
    const [across, down] = [to.x - from.x, to.y - from.y];
    const after = rest[index + 1];
    const length = Math.abs(across) + Math.abs(down);
    const next = after ? Math.abs(after.x - to.x) + Math.abs(after.y - to.y) : 0;
    const round = Math.min(corner, Math.floor(length / 2), Math.floor(next / 2));
    const straight = length - cut - round;
    if (straight > 0) path += across === 0 ? `v${Math.sign(down) * straight}` : `h${Math.sign(across) * straight}`;
    if (after && round > 0) {
      const [inX, inY] = [Math.sign(across) * round, Math.sign(down) * round];
      const [outX, outY] = [Math.sign(after.x - to.x) * round, Math.sign(after.y - to.y) * round];
      path += `q${inX} ${inY} ${inX + outX} ${inY + outY}`;
    }
    cut = round;
    from = to;
  }
  return path;
}

function arrowheadOf(points: readonly Point[]): string {
  const [before, tip] = points.slice(-2) as [Point, Point];
  const { length, half } = arrow;
  if (tip.x === before.x) return `M${tip.x} ${tip.y}l-${half} ${tip.y > before.y ? -length : length}h${2 * half}z`;
  return `M${tip.x} ${tip.y}l${tip.x > before.x ? -length : length} -${half}v${2 * half}z`;
}

const distance = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

const lengthOf = (points: readonly Point[]) =>
  points.slice(1).reduce((sum, point, index) => sum + distance(points[index] ?? point, point), 0);

/** The point `length` px from `from` on the way to `to`. */
function toward(from: Point, to: Point, length: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * length, y: from.y + Math.sign(to.y - from.y) * length };
}

/** The line up to where it has joined an earlier one and turned with it: two dashed lines on each other would read as a solid one. */
function untilJoined(points: readonly Point[], earlier: readonly Point[]): readonly Point[] {
  let shared = 0;
  const fromEnd = (line: readonly Point[], index: number) => line[line.length - 1 - index];
  for (;;) {
    const [a, b] = [fromEnd(points, shared), fromEnd(earlier, shared)];
    if (!a || !b || a.x !== b.x || a.y !== b.y) break;
    shared++;
  }
  const [joint, a, b] = [fromEnd(points, shared - 1), fromEnd(points, shared), fromEnd(earlier, shared)];
  if (!joint || !a || !b) return points;
  const sameWay = Math.sign(a.x - joint.x) === Math.sign(b.x - joint.x) && Math.sign(a.y - joint.y) === Math.sign(b.y - joint.y);
  const meeting = !sameWay ? joint : distance(a, joint) < distance(b, joint) ? a : b;
  if (!sameWay && shared < 2) return points;
  const kept = points.slice(0, points.length - shared);
  const next = meeting === joint ? fromEnd(points, shared - 2) : joint;
  // A little further, so that the corner by which it joins is drawn round.
  const end = next ? toward(meeting, next, Math.min(corner + 1, distance(meeting, next))) : meeting;
  return [...kept, ...(meeting === b || meeting === joint ? [meeting] : []), end];
}

/** One element a line, so that each can be lit up and tested: which steps it joins stands in `data-arrow`. */
function lineSvg({ from, to, back, points }: Line, index: number, lines: readonly Line[]): string {
  const earlier = lines.slice(0, index).filter((line) => line.to === to && line.back === back);
  const drawn = earlier
    .map((line) => untilJoined(points, line.points))
    .reduce((shortest, next) => (lengthOf(next) < lengthOf(shortest) ? next : shortest), points);
  return `<path${back ? ' class="back"' : ''} data-arrow="${from.number}-${to.number}" d="${pathOf(drawn)}"/>`;
}

function arrowheads(lines: readonly Line[], back: boolean): string {
  const heads = new Set(lines.filter((line) => line.back === back).map(({ points }) => arrowheadOf(points)));
  return heads.size === 0 ? '' : `<path class="head${back ? ' back' : ''}" d="${[...heads].join('')}"/>`;
}

const at = (name: 'x' | 'y', value: number) => (value === 0 ? '' : ` ${name}="${value}"`);

const textLines = (lines: readonly string[], x: number, y: number, lineHeight: number) =>
  lines.map((line, index) => `<text${at('x', x)} y="${y + index * lineHeight}">${escaped(line)}</text>`).join('');

/** The outline of a box, and the bar of a parallel step. Origin is the middle of the upper edge. */
function shapeOf({ step, width, height }: Box): string {
  const half = width / 2;
  if (step.kind === 'decision') {
    const { slope } = sizes;
    return `<path d="M${slope - half} 0h${width - 2 * slope}l${slope} ${height / 2}l-${slope} ${height / 2}h-${width - 2 * slope}l-${slope} -${height / 2}z"/>`;
  }
  const rect = `<rect x="-${half}" width="${width}" height="${height}"/>`;
  if (step.kind !== 'parallel') return rect;
  // The bar stands where the ways part, or where they come together.
  const bar = step.arrows.length > 1 ? height - sizes.bar : 0;
  return `${rect}<path class="bar" d="M-${half} ${bar}h${width}v${sizes.bar}h-${width}z"/>`;
}

/** On screen a drawing has links and anchors; on paper, where many share a document, neither. */
type Medium = 'screen' | 'paper';

const opening = (medium: Medium, className: string, attributes: string, link: string) =>
  medium === 'screen' ? `<a class="${className}"${attributes}${link}>` : `<g class="${className}"${attributes}>`;
const closing = (medium: Medium) => (medium === 'screen' ? '</a>' : '</g>');

function marksSvg(marks: readonly Mark[], y: number, medium: Medium): string {
  let x = Math.round(-widthOfMarks(marks) / 2);
  return marks
    .map(({ risk, text, width }) => {
      const left = x;
      x += width + sizes.markGap;
      const name = `风险点${risk.number}，${risk.level.word}${risk.level.name === 'unrated' ? '' : '风险'}：${risk.text}`;
      const link = opening(medium, `mark ${risk.level.name}`, '', ` href="${risk.href}" aria-label="${escaped(name)}"`);
      return `${link}<rect x="${left}" y="${y}" width="${width}" height="${sizes.markHeight}"/><text x="${left + width / 2}" y="${y + 17}">${escaped(text)}</text>${closing(medium)}`;
    })
    .join('');
}

/** The box is a link to its step in the list; its marks are links of their own, beside it, to the risks. */
function boxSvg({ step, name, small, marks, ...box }: Box, medium: Medium): string {
  const top = step.kind === 'parallel' && step.arrows.length < 2 ? sizes.bar : 0;
  const nameTop = top + sizes.nameLine + 4;
  const smallTop = nameTop + name.length * sizes.nameLine - 1;
  const marksTop = top + 12 + name.length * sizes.nameLine + (small.length > 0 ? 2 + small.length * sizes.smallLine : 0);
  const inside = `${shapeOf({ step, name, small, marks, ...box })}<g class="name">${textLines(name, 0, nameTop, sizes.nameLine)}</g>${textLines(small, 0, smallTop, sizes.smallLine)}`;
  const rows = marks.map((row, index) => marksSvg(row, marksTop + index * (sizes.markHeight + sizes.markGap), medium));
  const kind = step.kind === 'step' ? '' : ` data-kind="${step.kind}"`;
  const link = opening(medium, 'box', kind, ` id="${chartAnchor(step.number)}" href="#${step.anchor}"`);
  return `<g transform="translate(${box.x + box.width / 2} ${box.y})">${link}${inside}${closing(medium)}${rows.join('')}</g>`;
}

function labelSvg({ label, back }: Line): string {
  if (!label) return '';
  return `<g class="label${back ? ' back' : ''}${label.end ? ' end' : ''}">${textLines(label.lines, label.x, label.y + 13, labelLine)}</g>`;
}

/** The heads of the lanes, which every printed sheet repeats by their id. */
function headsSvg({ lanes, headHeight }: Layout, medium: Medium): string {
  const heads = lanes
    .map(
      ({ name, left, right }) =>
        `<rect class="lane-head" x="${left}" y="0" width="${right - left}" height="${headHeight}"/><text class="lane-name" x="${(left + right) / 2}" y="24">${escaped(name)}</text>`,
    )
    .join('');
  return `<g${medium === 'screen' ? ' id="lane-heads"' : ''} class="drawing">${heads}</g>`;
}

/** What is drawn, without the svg around it: lanes under lines under boxes under labels. */
export function drawingSvg(layout: Layout, medium: Medium = 'screen'): string {
  const { lanes, lines, boxes, height } = layout;
  const grounds = lanes
    .map(
      ({ left, right }, index) =>
        `<rect class="lane${index % 2 ? ' odd' : ''}" x="${left}" y="0" width="${right - left}" height="${height}"/>`,
    )
    .join('');
  return [
    grounds,
    headsSvg(layout, medium),
    `<g class="lines">${lines.map(lineSvg).join('')}</g>`,
    arrowheads(lines, false),
    arrowheads(lines, true),
    ...boxes.map((box) => boxSvg(box, medium)),
    ...lines.map(labelSvg),
  ].join('');
}

/** One printed sheet. It reuses the drawing that is in the page, by id, so a sheet costs next to nothing. */
export function sheetSvg({ width, headHeight }: Layout, { top, bottom }: { top: number; bottom: number }, scale: number): string {
  const head = top > 0 ? headHeight : 0;
  const height = bottom - top;
  const px = (length: number) => Math.round(length * scale);
  const drawing = `<svg${at('y', head)} width="${width}" height="${height}" viewBox="0 ${top} ${width} ${height}"><use href="#drawing"/></svg>`;
  const heads = top > 0 ? '<use href="#lane-heads"/>' : '';
  return `<svg viewBox="0 0 ${width} ${head + height}" width="${px(width)}" height="${px(head + height)}">${drawing}${heads}</svg>`;
}

/** One printed sheet that stands by itself: only what is on it is drawn, so a text is in the document once. */
export function paperSvg(layout: Layout, { top, bottom }: { top: number; bottom: number }, scale: number): string {
  const { width, headHeight } = layout;
  const isHere = (y: number) => y >= top && y < bottom;
  const part: Layout = {
    ...layout,
    lanes: top > 0 ? layout.lanes.map((lane) => ({ ...lane, name: '' })) : layout.lanes,
    boxes: layout.boxes.filter(({ y }) => isHere(y)),
    lines: layout.lines.map((line) => (line.label && isHere(line.label.y) ? line : { ...line, label: undefined })),
  };
  const head = top > 0 ? headHeight : 0;
  const height = bottom - top;
  const px = (length: number) => Math.round(length * scale);
  const drawing = `<svg${at('y', head)} width="${width}" height="${height}" viewBox="0 ${top} ${width} ${height}"><g class="drawing">${drawingSvg(part, 'paper')}</g></svg>`;
  const name = escaped(`${layout.flow.title}图，同样内容见办理环节表`);
  return `<svg role="img" aria-label="${name}" viewBox="0 0 ${width} ${head + height}" width="${px(width)}" height="${px(head + height)}">${drawing}${top > 0 ? headsSvg(layout, 'paper') : ''}</svg>`;
}
