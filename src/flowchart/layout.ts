// A flow → where everything stands: lanes side by side, steps in rows, arrows at right angles, labels beside them.
// Out: a layout in px, the best of a few tried, the same for the same flow. No library lays lanes across the direction of the flow
// (docs/decisions.md); this one does, and nothing else.
import type { FlowView, StepView } from '../views/steps.ts';
import { type Face, faceOf, sizes, widestPrintable } from './face.ts';
import { drawnAsOne, type Grid, gridsOf } from './grid.ts';
import { placeLabels } from './labels.ts';
import { layingOrders, route, type Side, type Wire } from './route.ts';
import { headHeight, type LabelBlock, labelOf, type Spacing, spacingOf } from './spacing.ts';
import { type Channel, channelsOf, isMiddle, type Segment } from './tracks.ts';

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Face {
  step: StepView;
  x: number;
  y: number;
  width: number;
}

export interface Label extends LabelBlock {
  /** Left or right edge, as `end` says, and top. */
  x: number;
  y: number;
  end: boolean;
}

export interface Line {
  from: StepView;
  to: StepView;
  back: boolean;
  /** Right-angled; from the edge of one box to the edge of the other. */
  points: Point[];
  label: Label | undefined;
}

export interface Layout {
  flow: FlowView;
  width: number;
  height: number;
  headHeight: number;
  lanes: { name: string; left: number; right: number }[];
  boxes: Box[];
  lines: Line[];
  /** Heights at which a printed sheet may be cut. */
  cuts: number[];
  crossings: number;
}

/** What a crossing weighs against the length and the bends of all wires; and a px of width: a narrow chart prints upright on A4. */
const crossingWeight = 6;
const widthWeight = 1 / 12;
/** A px that even A4 across cannot hold at a size that can be read. */
const overWidthWeight = 1;

type Drawn = Map<Wire, Point[]>;

/** The corners of every wire, from its segments' tracks. */
function cornersOf(segments: ReadonlyMap<Wire, Segment[]>, boxes: ReadonlyMap<number, Box>, spacing: Spacing): Drawn {
  const edge = (number: number, side: Side, along: number): Point => {
    const { x, y, width, height } = boxes.get(number) as Box;
    if (side === 0 || side === 2) return { x: side === 0 ? x + width : x, y: along };
    return { x: along, y: side === 1 ? y + height : y };
  };
  const drawn: Drawn = new Map();
  for (const [wire, list] of segments) {
    const at = list.map((segment) => spacing.at(segment));
    const bends = list.slice(1).map(({ upright }, index): Point => {
      const [before, here] = [at[index] as number, at[index + 1] as number];
      return upright ? { x: here, y: before } : { x: before, y: here };
    });
    drawn.set(wire, [
      edge(wire.from.step.number, wire.exit, at[0] as number),
      ...bends,
      edge(wire.to.step.number, wire.entry, at.at(-1) as number),
    ]);
  }
  return drawn;
}

/** How often wires cross that are not drawn as one. */
function crossingsOf(drawn: Drawn): number {
  const upright: { wire: Wire; at: number; low: number; high: number }[] = [];
  const across: typeof upright = [];
  for (const [wire, points] of drawn) {
    for (const [index, end] of points.entries()) {
      const start = points[index - 1];
      if (!start) continue;
      if (start.x === end.x) upright.push({ wire, at: start.x, low: Math.min(start.y, end.y), high: Math.max(start.y, end.y) });
      else across.push({ wire, at: start.y, low: Math.min(start.x, end.x), high: Math.max(start.x, end.x) });
    }
  }
  let count = 0;
  for (const one of upright) {
    for (const other of across) {
      const cross = other.low < one.at && one.at < other.high && one.low < other.at && other.at < one.high;
      if (cross && !drawnAsOne(one.wire, other.wire)) count++;
    }
  }
  return count;
}

/** Swaps tracks of a channel as long as that takes crossings away. */
function untangle(channels: readonly Channel[], draw: () => Drawn): { drawn: Drawn; crossings: number } {
  let drawn = draw();
  let crossings = crossingsOf(drawn);
  for (let round = 0; round < 2; round++) {
    for (const { segments, line, trackCount } of channels) {
      if (isMiddle(line)) continue;
      for (let a = 0; a < trackCount && crossings > 0; a++) {
        for (let b = a + 1; b < trackCount; b++) {
          const swap = () => {
            for (const segment of segments) segment.track = segment.track === a ? b : segment.track === b ? a : segment.track;
          };
          swap();
          const next = draw();
          const fewer = crossingsOf(next);
          if (fewer < crossings) [drawn, crossings] = [next, fewer];
          else swap();
        }
      }
    }
  }
  return { drawn, crossings };
}

/** The border between two lanes: the middle of the gutter, moved off any wire that runs there. */
function borderIn({ start, width }: { start: number; width: number }, drawn: Drawn): number {
  const middle = start + Math.round(width / 2);
  const wires = [...drawn.values()]
    .flatMap((points) => points.filter((point, index) => points[index - 1]?.x === point.x).map(({ x }) => x))
    .filter((x) => x > start && x < start + width);
  if (wires.every((x) => Math.abs(x - middle) > 6)) return middle;
  const before = Math.min(...wires) - 8;
  return before > start + 3 ? before : Math.max(...wires) + 8;
}

function layoutOn(flow: FlowView, grid: Grid, wires: readonly Wire[]): { layout: Layout; cost: number } {
  const faces = new Map(grid.places.map((place) => [place, faceOf(place.step)]));
  const blocks = new Map<Wire, LabelBlock>();
  for (const wire of wires) {
    const block = labelOf(wire);
    if (block) blocks.set(wire, block);
  }
  const { channels, segments } = channelsOf(wires);
  const spacing = spacingOf(grid, faces, blocks, channels);
  const boxes = new Map(
    grid.places.map((place): [number, Box] => {
      const face = faces.get(place) as Face;
      const x = (spacing.columns[place.column] as number) - sizes.boxWidth / 2;
      const y = (spacing.rows[place.row] as number) - face.height / 2;
      return [place.step.number, { ...face, step: place.step, x, y, width: sizes.boxWidth }];
    }),
  );
  const { drawn, crossings } = untangle(channels, () => cornersOf(segments, boxes, spacing));
  const labels = placeLabels(blocks, drawn, [...boxes.values()]);
  const borders = grid.lanes.map(({ first }, lane) =>
    lane === 0 ? 0 : borderIn(spacing.gutters[first] as { start: number; width: number }, drawn),
  );
  return {
    cost:
      wires.reduce((sum, wire) => sum + wire.cost, 0) +
      crossings * crossingWeight +
      spacing.width * widthWeight +
      Math.max(0, spacing.width - widestPrintable) * overWidthWeight,
    layout: {
      flow,
      width: spacing.width,
      height: spacing.height,
      headHeight,
      lanes: flow.lanes.map((name, lane) => ({ name, left: borders[lane] as number, right: borders[lane + 1] ?? spacing.width })),
      boxes: [...boxes.values()],
      lines: wires.map((wire) => {
        const points = drawn.get(wire) as Point[];
        return { from: wire.from.step, to: wire.to.step, back: wire.back, points, label: labels.get(wire) };
      }),
      cuts: spacing.cuts,
      crossings,
    },
  };
}

export function layoutOf(flow: FlowView): Layout {
  const tried = gridsOf(flow).flatMap((grid) => layingOrders.map((order) => layoutOn(flow, grid, route(grid, order))));
  const least = Math.min(...tried.map(({ cost }) => cost));
  return (tried.find(({ cost }) => cost < least + 1e-6) as (typeof tried)[number]).layout;
}
