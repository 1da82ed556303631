// A chart on A4: cut only between rows, the heads of the lanes on every sheet, never smaller than can be read.
// In: a layout. Out: which way the paper lies, how much it shrinks, and from where to where each sheet shows it.
import { leastPrintScale, paper } from './face.ts';
import type { Layout } from './layout.ts';

export interface Sheets {
  /** The paper lies across. */
  across: boolean;
  /** From 1 down to `leastPrintScale`; below only where even A4 across is too narrow. */
  scale: number;
  parts: { top: number; bottom: number }[];
}

/** The tops of the sheets when each may be `room` high; every sheet but the first also shows the heads. */
function topsFor({ height, headHeight, cuts }: Layout, room: number): number[] {
  const tops = [0];
  for (let top = 0; height - top > room - (top > 0 ? headHeight : 0); ) {
    const reach = top + room - (top > 0 ? headHeight : 0);
    const next = cuts.filter((cut) => cut > top && cut <= reach).at(-1) ?? cuts.find((cut) => cut > top);
    if (next === undefined) break;
    tops.push(next);
    top = next;
  }
  return tops;
}

/** No more sheets than needed, and these about equally full: nobody hangs up a sheet with one box. */
function evenTops(layout: Layout, room: number): number[] {
  const fewest = topsFor(layout, room);
  const edges = [0, ...layout.cuts, layout.height];
  const lower = edges
    .flatMap((bottom) => edges.map((top) => bottom - top + layout.headHeight))
    .filter((height) => height > layout.headHeight && height < room)
    .sort((a, b) => a - b)
    .find((height) => topsFor(layout, height).length === fewest.length);
  return lower === undefined ? fewest : topsFor(layout, lower);
}

/** Room on one sheet, px, with the paper upright and across. */
export type SheetRoom = typeof paper;

/** The fewest sheets there can be; of these the largest drawing. */
export function sheetsOf(layout: Layout, room: SheetRoom = paper): Sheets {
  const scales = [1, 0.95, 0.9, 0.85, leastPrintScale];
  const choices = [room.upright, room.across].flatMap((page, index) =>
    scales.filter((scale) => layout.width * scale <= page.width).map((scale) => ({ page, scale, across: index === 1 })),
  );
  if (choices.length === 0) choices.push({ page: room.across, scale: room.across.width / layout.width, across: true });
  const sheets = choices.map(({ page, scale, across }): Sheets => {
    const tops = evenTops(layout, page.height / scale);
    return { across, scale, parts: tops.map((top, index) => ({ top, bottom: tops[index + 1] ?? layout.height })) };
  });
  return sheets.reduce((best, next) =>
    next.parts.length < best.parts.length || (next.parts.length === best.parts.length && next.scale > best.scale) ? next : best,
  );
}
