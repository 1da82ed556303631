// What makes a chart unreadable, as geometry: things that lie on each other. In: a layout. Out: one line a defect.
import { sizes } from '../../../src/flowchart/face.ts';
import type { Layout, Line } from '../../../src/flowchart/layout.ts';

interface Rectangle {
  name: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  line?: Line;
}

const shrunk = ({ left, right, top, bottom, ...rest }: Rectangle, by: number): Rectangle => ({
  ...rest,
  left: left + by,
  right: right - by,
  top: top + by,
  bottom: bottom - by,
});

/** Do they share more than an edge? A line has no thickness and counts when it runs inside. */
const overlap = (a: Rectangle, b: Rectangle) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const strikes = (line: Rectangle, area: Rectangle) =>
  line.left < area.right && line.right > area.left && line.top < area.bottom && line.bottom > area.top;

function partsOf(layout: Layout) {
  const boxes = layout.boxes.map(
    ({ step, x, y, width, height }): Rectangle => ({ name: `box ${step.number}`, left: x, right: x + width, top: y, bottom: y + height }),
  );
  const labels = layout.lines.flatMap((line): Rectangle[] => {
    if (!line.label) return [];
    const { x, y, width, height, end } = line.label;
    const left = end ? x - width : x;
    return [{ name: `label ${line.from.number}-${line.to.number}`, left, right: left + width, top: y, bottom: y + height, line }];
  });
  const segments = layout.lines.flatMap((line) =>
    line.points.slice(1).map((end, index): Rectangle => {
      const start = line.points[index] ?? end;
      return {
        name: `line ${line.from.number}-${line.to.number}`,
        left: Math.min(start.x, end.x),
        right: Math.max(start.x, end.x),
        top: Math.min(start.y, end.y),
        bottom: Math.max(start.y, end.y),
        line,
      };
    }),
  );
  return { boxes, labels, segments };
}

const pairs = <T>(items: readonly T[]): [T, T][] => items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]));

/** Two lines that run on each other and neither lead to the same box nor leave a split together. */
function runOnEachOther(a: Rectangle, b: Rectangle): boolean {
  if (a.line === b.line || a.line?.to === b.line?.to) return false;
  if (a.line?.from === b.line?.from && a.line?.from.kind === 'parallel') return false;
  const [across, upright] = [a.top === a.bottom && b.top === b.bottom, a.left === a.right && b.left === b.right];
  const shared = (low: number, high: number) => high - low > 4;
  return (
    (across && Math.abs(a.top - b.top) < 3 && shared(Math.max(a.left, b.left), Math.min(a.right, b.right))) ||
    (upright && Math.abs(a.left - b.left) < 3 && shared(Math.max(a.top, b.top), Math.min(a.bottom, b.bottom)))
  );
}

/** Does the line begin and end at the edge of its boxes, and turn only at right angles? */
function unattached(layout: Layout, line: Line): string[] {
  const at = (number: number, point: { x: number; y: number } | undefined) => {
    const box = layout.boxes.find(({ step }) => step.number === number);
    if (!box || !point) return false;
    const inWidth = point.x >= box.x && point.x <= box.x + box.width;
    const inHeight = point.y >= box.y && point.y <= box.y + box.height;
    return (
      (inWidth && (point.y === box.y || point.y === box.y + box.height)) ||
      (inHeight && (point.x === box.x || point.x === box.x + box.width))
    );
  };
  const square = line.points.every((point, index) => {
    const before = line.points[index - 1];
    return !before || before.x === point.x || before.y === point.y;
  });
  const whole = at(line.from.number, line.points[0]) && at(line.to.number, line.points.at(-1)) && square;
  return whole ? [] : [`line ${line.from.number}-${line.to.number} is not attached`];
}

export function defectsOf(layout: Layout): string[] {
  const { boxes, labels, segments } = partsOf(layout);
  const lanes = layout.boxes.filter((box) => {
    const lane = layout.lanes.find(({ name }) => name === box.step.lane);
    return !lane || box.x < lane.left || box.x + sizes.boxWidth > lane.right;
  });
  return [
    ...pairs(boxes).flatMap(([a, b]) => (overlap(a, b) ? [`${a.name} on ${b.name}`] : [])),
    ...segments.flatMap((line) => boxes.flatMap((box) => (strikes(line, shrunk(box, 2)) ? [`${line.name} through ${box.name}`] : []))),
    ...labels.flatMap((label) => boxes.flatMap((box) => (overlap(shrunk(label, 0.5), box) ? [`${label.name} on ${box.name}`] : []))),
    ...pairs(labels).flatMap(([a, b]) => (overlap(shrunk(a, 0.5), b) ? [`${a.name} on ${b.name}`] : [])),
    ...labels.flatMap((label) =>
      segments.flatMap((line) =>
        line.line !== label.line && strikes(line, shrunk(label, 1)) ? [`${line.name} strikes ${label.name}`] : [],
      ),
    ),
    ...pairs(segments).flatMap(([a, b]) => (runOnEachOther(a, b) ? [`${a.name} runs on ${b.name}`] : [])),
    ...layout.lines.flatMap((line) => unattached(layout, line)),
    ...lanes.map(({ step }) => `box ${step.number} leaves its lane`),
    ...[...boxes, ...labels, ...segments].flatMap((part) =>
      part.left < 0 || part.right > layout.width || part.top < layout.headHeight || part.bottom > layout.height
        ? [`${part.name} outside`]
        : [],
    ),
  ];
}
