// How wide the channels and how high the rows must be for what runs and stands in them. In: grid, faces, wires in their channels.
// Out: px of every column, row and track. All whole numbers: lines come out sharp and the SVG short.
import { type Face, sizes } from './face.ts';
import type { Grid, Place } from './grid.ts';
import { isUpright, type Wire } from './route.ts';
import { breakLines, widthOf } from './text.ts';
import { type Channel, isMiddle, type Segment } from './tracks.ts';

const trackGap = 12;
/** Between a box and the nearest track beside it: room for a corner and an arrowhead. */
const besideBox = 12;
/** Above and below the tracks between two rows. */
const aboveTracks = 10;
const belowTracks = 16;
const leastGutter = 22;
const outerMargin = 11;
export const labelLine = 17;
export const headHeight = 36;

export interface LabelBlock {
  lines: string[];
  width: number;
  height: number;
}

export interface Spacing {
  width: number;
  height: number;
  /** Middles of the columns and rows. */
  columns: number[];
  rows: number[];
  /** Left edge and width of each channel between columns, the outer ones included. */
  gutters: { start: number; width: number }[];
  /** Where a sheet may be cut: above each row, clear of labels and tracks that belong to it. */
  cuts: number[];
  /** x of an upright segment, y of one that runs across. */
  at(segment: Segment): number;
}

/** A label under a box stays within half its width; one beside a box widens the gutter instead, to three lines at most. */
export function labelOf(wire: Wire): LabelBlock | undefined {
  if (wire.label === '') return undefined;
  const length = widthOf(wire.label, sizes.small);
  const room = isUpright(wire.exit) ? sizes.small * 5 : Math.max(sizes.small * 4.5, length / 3 + sizes.small);
  const lines = wire.label.split(/(?=（)/).flatMap((part) => breakLines(part, sizes.small, room));
  return {
    lines,
    width: Math.ceil(Math.max(...lines.map((line) => widthOf(line, sizes.small)))),
    height: lines.length * labelLine,
  };
}

const largest = (numbers: readonly number[]) => Math.max(0, ...numbers);

export function spacingOf(
  grid: Grid,
  faces: ReadonlyMap<Place, Face>,
  labels: ReadonlyMap<Wire, LabelBlock>,
  channels: readonly Channel[],
): Spacing {
  const tracksIn = (upright: boolean, line: number) =>
    channels.find((channel) => channel.upright === upright && channel.line === line)?.trackCount ?? 0;
  const labelled = [...labels];
  const labelsOut = (side: number, where: (place: Place) => boolean) =>
    labelled.filter(([wire]) => wire.exit === side && where(wire.from)).map(([, label]) => label);

  const columns: number[] = [];
  const gutters: { start: number; width: number; tracks: number }[] = [];
  let x = 0;
  for (let column = 0; column <= grid.columns; column++) {
    const tracks = tracksIn(true, 2 * column);
    const widths = [
      largest(labelsOut(0, (place) => place.column === column - 1).map(({ width }) => width + 10)),
      largest(labelsOut(2, (place) => place.column === column).map(({ width }) => width + 10)),
    ];
    const outer = column === 0 || column === grid.columns;
    const [left, right] = widths.map((width) => Math.max(width, besideBox)) as [number, number];
    const needed = tracks > 0 ? left + (tracks - 1) * trackGap + right : Math.max(...widths) + besideBox;
    const width = Math.max(needed, outer ? outerMargin : leastGutter);
    gutters.push({ start: x, width, tracks: x + left + Math.floor((width - needed) / 2) });
    x += width;
    if (column < grid.columns) {
      columns.push(x + sizes.boxWidth / 2);
      x += sizes.boxWidth;
    }
  }

  const rows: number[] = [];
  const cuts: number[] = [];
  const lastTracks: number[] = [];
  let y = headHeight;
  for (let row = 0; row <= grid.rows; row++) {
    const tracks = tracksIn(false, 2 * row);
    const label = largest(labelsOut(1, (place) => place.row === row - 1).map(({ height }) => height + 2));
    const labelUp = largest(labelsOut(3, (place) => place.row === row).map(({ height }) => height + 8));
    const outer = row === 0 || row === grid.rows;
    const below = Math.max(belowTracks, labelUp);
    const band = tracks > 0 ? (tracks - 1) * trackGap + below : Math.max(labelUp, label > 0 ? belowTracks : 0);
    y += Math.max(outer ? outerMargin : 28, (outer && tracks === 0 ? 0 : Math.max(aboveTracks, label + 4)) + band);
    lastTracks.push(y - below);
    if (row === grid.rows) break;
    if (row > 0) cuts.push(y - below + 2);
    const apart = Math.max(0, tracksIn(false, 2 * row + 1) - 1) * trackGap;
    const beside = [0, 2].flatMap((side) => labelsOut(side, (place) => place.row === row)).map((label) => 2 * (label.height + 4) + apart);
    const inRow = grid.places.filter((place) => place.row === row).map((place) => faces.get(place)?.height ?? 0);
    const height = Math.max(40, ...inRow, ...beside);
    rows.push(y + height / 2);
    y += height;
  }

  return {
    width: x,
    height: y,
    columns,
    rows,
    gutters,
    cuts,
    at({ upright, line, track }) {
      if (isMiddle(line)) {
        const middle = (upright ? columns : rows)[(line - 1) / 2] ?? 0;
        return middle + (track % 2 === 1 ? 1 : -1) * Math.ceil(track / 2) * trackGap;
      }
      if (upright) return (gutters[line / 2]?.tracks ?? 0) + track * trackGap;
      return (lastTracks[line / 2] ?? 0) - (tracksIn(upright, line) - 1 - track) * trackGap;
    },
  };
}
