// A chart on A4: cut only between rows, the heads of the lanes on every sheet, never smaller than can be read.
// In: a layout. Out: which way the paper lies, how much it shrinks, and from where to where each sheet shows it.
import { paper, widestPrintable } from './face.ts';
import type { Layout } from './layout.ts';

export interface Sheets {
  /** Too wide for A4 upright: the paper lies across. */
  across: boolean;
  /** At most 1, at least `leastPrintScale` for every chart the layout kept within `widestPrintable.across`. */
  scale: number;
  parts: { top: number; bottom: number }[];
}

export function sheetsOf(layout: Layout): Sheets {
  const across = layout.width > widestPrintable.upright;
  const page = across ? paper.across : paper.upright;
  const scale = Math.min(1, page.width / layout.width);
  const fullPage = page.height / scale;
  // Every sheet but the first also shows the heads.
  const cutAt = (room: number): number[] => {
    const cuts = [0];
    for (let top = 0; layout.height - top > room - (top > 0 ? layout.headHeight : 0); ) {
      const reach = top + room - (top > 0 ? layout.headHeight : 0);
      const next = layout.cuts.filter((cut) => cut > top && cut <= reach).at(-1) ?? layout.cuts.find((cut) => cut > top);
      if (next === undefined) break;
      cuts.push(next);
      top = next;
    }
    return cuts;
  };
  // No more sheets than needed, and then all about equally full: nobody hangs up a sheet with one box.
  const fewest = cutAt(fullPage);
  const room = layout.cuts
    .flatMap((cut) => layout.cuts.map((other) => cut - other + layout.headHeight))
    .concat(layout.cuts, fullPage)
    .sort((a, b) => a - b)
    .find((height) => height > layout.headHeight && height <= fullPage && cutAt(height).length === fewest.length);
  const cuts = room === undefined ? fewest : cutAt(room);
  return { across, scale, parts: cuts.map((top, index) => ({ top, bottom: cuts[index + 1] ?? layout.height })) };
}
