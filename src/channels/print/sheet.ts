// Sheets that hang or stand: their sizes, and how large the letters on them are. In: which paper, across or upright. Out: mm and @page.
// At one metre a character has to be 7 mm high; the ink of a Chinese character takes up 0.92 of its em. A3 is A2 at 1/√2, read nearer by.

export type WallPaper = 'A3' | 'A2' | 'A1';

interface Sheet {
  /** mm, lying across. */
  long: number;
  short: number;
  margin: number;
  /** Sizes of type on a board, and on a chart poster, em, largest first. */
  board: string;
  poster: string;
}

export const wallPapers: Record<WallPaper, Sheet> = {
  A3: { long: 420, short: 297, margin: 13, board: '9mm 8.2mm 7.4mm 6.6mm 6mm 5.4mm', poster: '6.4mm 5.8mm 5.2mm 4.7mm 4.2mm 3.7mm' },
  A2: { long: 594, short: 420, margin: 18, board: '12mm 11mm 10mm 9.2mm 8.4mm 7.6mm', poster: '9mm 8.2mm 7.6mm 7mm 6.4mm 5.8mm 5.2mm' },
  A1: {
    long: 841,
    short: 594,
    margin: 25,
    board: '16mm 14mm 12.5mm 11mm 9.8mm 8.6mm 7.6mm',
    poster: '13mm 11.5mm 10mm 9mm 8.2mm 7.6mm 7mm',
  },
};

/** Page rules, and the size of a sheet for its style. A hair lower than the paper, so that rounding never makes a second page. */
export function sheetOf(paper: WallPaper, lie: 'across' | 'upright'): { pages: string; style: string } {
  const { long, short, margin } = wallPapers[paper];
  const [width, height] = lie === 'across' ? [long, short] : [short, long];
  return {
    pages: `@page{size:${width}mm ${height}mm;margin:0}`,
    style: `--width:${width}mm;--height:${height - 0.3}mm;--margin:${margin}mm`,
  };
}
