// Where the words beside the arrows stand: next to the box they leave, clear of boxes, lines and each other.
// In: boxes, and wires with their corners. Out: a label for each wire that says something. Room was made for the first choice of
// each (spacing.ts); the others serve where two wires leave a box on one side.
import type { Box, Label, Point } from './layout.ts';
import type { Wire } from './route.ts';
import type { LabelBlock } from './spacing.ts';

const besideLine = 7;
const aboveLine = 3;
const offBox = 5;

interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const areaOf = ({ x, y, width, height, end }: Label): Area => ({
  left: end ? x - width : x,
  right: end ? x : x + width,
  top: y,
  bottom: y + height,
});

const overlap = (a: Area, b: Area) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Places in order of preference: above the line when it leaves sideways, right of it when downwards or upwards; else across it. */
function choices(label: LabelBlock, wire: Wire, { x, y }: Point): Label[] {
  if (wire.exit === 0 || wire.exit === 2) {
    const from = { x: wire.exit === 0 ? x + offBox : x - offBox, end: wire.exit === 2 };
    return [
      { ...label, ...from, y: y - label.height - aboveLine },
      { ...label, ...from, y: y + aboveLine },
    ];
  }
  const top = wire.exit === 1 ? y + 4 : y - label.height - 4;
  return [
    { ...label, x: x + besideLine, y: top, end: false },
    { ...label, x: x - besideLine, y: top, end: true },
  ];
}

export function placeLabels(
  blocks: ReadonlyMap<Wire, LabelBlock>,
  drawn: ReadonlyMap<Wire, Point[]>,
  boxes: readonly Box[],
): Map<Wire, Label> {
  const boxAreas = boxes.map(({ x, y, width, height }): Area => ({ left: x, right: x + width, top: y, bottom: y + height }));
  const segments = [...drawn].flatMap(([wire, points]) =>
    points.slice(1).map((end, index) => {
      const start = points[index] ?? end;
      // One px thick, so that a line across an area overlaps it.
      const area: Area = {
        left: Math.min(start.x, end.x) - 0.5,
        right: Math.max(start.x, end.x) + 0.5,
        top: Math.min(start.y, end.y) - 0.5,
        bottom: Math.max(start.y, end.y) + 0.5,
      };
      return { wire, area };
    }),
  );
  const placed = new Map<Wire, Label>();
  for (const [wire, block] of blocks) {
    const inTheWay = (label: Label) => {
      const area = areaOf(label);
      const others = segments.filter((segment) => segment.wire !== wire).map((segment) => segment.area);
      return [...boxAreas, ...others, ...[...placed.values()].map(areaOf)].filter((other) => overlap(area, other)).length;
    };
    const [start] = drawn.get(wire) ?? [];
    if (!start) continue;
    const tried = choices(block, wire, start).map((label) => ({ label, hits: inTheWay(label) }));
    const best = tried.reduce((least, next) => (next.hits < least.hits ? next : least));
    placed.set(wire, best.label);
  }
  return placed;
}
