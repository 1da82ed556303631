// Wires that run along the same lattice line are laid side by side. In: wires. Out: their straight segments, each with its track.
// Segments to the same box share a track: they are drawn as one line that others join; likewise those that leave a split together.
import { drawnAsOne } from './grid.ts';
import type { Wire } from './route.ts';

export interface Segment {
  wire: Wire;
  upright: boolean;
  /** The lattice line it runs on, and from where to where. */
  line: number;
  low: number;
  high: number;
  /** Touches the box it leaves, or the one it enters. */
  atEnd: boolean;
  track: number;
}

/** All segments on one lattice line. */
export interface Channel {
  upright: boolean;
  line: number;
  segments: Segment[];
  trackCount: number;
}

/** The middle of a row or column, where boxes stand; the others are channels between them. */
export const isMiddle = (line: number): boolean => line % 2 === 1;

/** The straight segments of a wire, from its box to the other. */
function segmentsOf(wire: Wire): Segment[] {
  const { path } = wire;
  const straightOn = (index: number) => {
    const [before, here, after] = [path[index - 1], path[index], path[index + 1]];
    return before && here && after && ((before.x === here.x && here.x === after.x) || (before.y === here.y && here.y === after.y));
  };
  const corners = path.filter((_, index) => !straightOn(index));
  return corners.slice(1).flatMap((end, index) => {
    const start = corners[index];
    if (!start) return [];
    const upright = start.x === end.x;
    const [a, b] = upright ? [start.y, end.y] : [start.x, end.x];
    return {
      wire,
      upright,
      line: upright ? start.x : start.y,
      low: Math.min(a, b),
      high: Math.max(a, b),
      atEnd: index === 0 || index === corners.length - 2,
      track: 0,
    };
  });
}

/** Segments that are drawn as one line. */
interface Bundle {
  low: number;
  high: number;
  segments: Segment[];
}

const meet = (a: { low: number; high: number }, b: { low: number; high: number }) => a.low <= b.high && b.low <= a.high;

function bundlesOf(segments: readonly Segment[]): Bundle[] {
  let bundles: Bundle[] = [];
  for (const segment of segments) {
    const grown: Bundle = { low: segment.low, high: segment.high, segments: [segment] };
    const belongs = (bundle: Bundle) =>
      meet(bundle, grown) && bundle.segments.every((a) => grown.segments.every((b) => drawnAsOne(a.wire, b.wire)));
    for (let next = bundles.find(belongs); next; next = bundles.find(belongs)) {
      grown.low = Math.min(grown.low, next.low);
      grown.high = Math.max(grown.high, next.high);
      grown.segments.push(...next.segments);
      bundles = bundles.filter((bundle) => bundle !== next);
    }
    bundles.push(grown);
  }
  return bundles;
}

/** May two bundles not lie on one track? In a channel they may not even touch; at the middle of a cell they may touch at a box. */
function clash(a: Bundle, b: Bundle, line: number): boolean {
  if (!isMiddle(line)) return meet(a, b);
  if (a.low < b.high && b.low < a.high) return true;
  return (a.low === b.high && a.low % 2 === 0) || (b.low === a.high && b.low % 2 === 0);
}

function setTracks(channel: Channel): void {
  const atEnd = (bundle: Bundle) => bundle.segments.some((segment) => segment.atEnd);
  const firstIndex = (bundle: Bundle) => Math.min(...bundle.segments.map(({ wire }) => wire.index));
  // Those that touch a box come first and get its middle.
  const bundles = bundlesOf(channel.segments).sort(
    (a, b) => Number(atEnd(b)) - Number(atEnd(a)) || a.high - a.low - (b.high - b.low) || a.low - b.low || firstIndex(a) - firstIndex(b),
  );
  const tracks: Bundle[][] = [];
  for (const bundle of bundles) {
    const free = tracks.findIndex((track) => !track.some((other) => clash(bundle, other, channel.line)));
    const track = free >= 0 ? free : tracks.push([]) - 1;
    tracks[track]?.push(bundle);
    for (const segment of bundle.segments) segment.track = track;
  }
  channel.trackCount = tracks.length;
}

export function channelsOf(wires: readonly Wire[]): { channels: Channel[]; segments: Map<Wire, Segment[]> } {
  const segments = new Map(wires.map((wire) => [wire, segmentsOf(wire)]));
  const channels: Channel[] = [];
  for (const segment of [...segments.values()].flat()) {
    const channel = channels.find(({ upright, line }) => upright === segment.upright && line === segment.line);
    if (channel) channel.segments.push(segment);
    else channels.push({ upright: segment.upright, line: segment.line, segments: [segment], trackCount: 0 });
  }
  for (const channel of channels) setTracks(channel);
  return { channels, segments };
}
