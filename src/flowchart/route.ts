// The way of every arrow: right-angled, through the channels between rows and columns and through free cells, never through a box.
// In: a grid and an order of laying. Out: a wire for each arrow. The cheapest way is found by Dijkstra's method on a lattice with
// two lines a row and two a column (odd: the middle of the cell, even: the channel); each wire is taken up and laid again when all
// the others lie, three rounds in all.
import { type Arrow, drawnAsOne, type Grid, type Place } from './grid.ts';
import { CheapestFirst } from './queue.ts';

/** A direction of travel, and the side of a box: 0 right, 1 down, 2 left, 3 up. */
export type Side = 0 | 1 | 2 | 3;
const sides: readonly Side[] = [0, 1, 2, 3];
const acrossOf = [1, 0, -1, 0] as const;
const downOf = [0, 1, 0, -1] as const;
const opposite = (side: Side) => ((side + 2) % 4) as Side;
export const isUpright = (side: Side): boolean => side % 2 === 1;

export interface LatticePoint {
  x: number;
  y: number;
}

export interface Wire extends Arrow {
  /** From the middle of one box to the middle of the other, one point a lattice line. */
  path: LatticePoint[];
  exit: Side;
  entry: Side;
  cost: number;
}

/** What a way costs, in lattice steps. Tuned by eye on charts of the county, and by crossings and bends over 500 generated ones. */
const price = {
  bend: 1.6,
  crossing: 2.2,
  shared: 1.4,
  /** Running on with a wire that may be drawn as one: joins merge before they arrive, splits part after they leave. */
  joined: -0.45,
  freeCell: 0.35,
  exitWhereOthersEnter: 14,
  exitWhereOthersLeave: 9,
  mainExitNotDown: 2.2,
  sideExitDown: 1.5,
  backExitDown: 2.5,
  backExitUp: 1,
  entryFromBelow: 12,
  entryWhereOthersLeave: 14,
  entryNotFromAbove: 2,
  backEntryFromAbove: 0.9,
  entryWithOtherKind: 0.8,
};

/** In which order the arrows are laid: short ones first, long ones first, or as written; always onward before back, main before side. */
export const layingOrders = ['short', 'long', 'written'] as const;
export type LayingOrder = (typeof layingOrders)[number];
const rounds = 3;

export const middle = (place: Place): LatticePoint => ({ x: 2 * place.column + 1, y: 2 * place.row + 1 });

function inLayingOrder(arrows: readonly Arrow[], order: LayingOrder): Arrow[] {
  const span = ({ from, to }: Arrow) => Math.abs(from.row - to.row) + Math.abs(from.column - to.column);
  const sign = { short: 1, long: -1, written: 0 }[order];
  return [...arrows].sort(
    (a, b) => Number(a.back) - Number(b.back) || Number(b.main) - Number(a.main) || sign * (span(a) - span(b)) || a.index - b.index,
  );
}

/** The lattice with the wires that lie on it. */
class Lattice {
  readonly width: number;
  readonly height: number;
  readonly #boxes = new Set<number>();
  readonly #onSegment = new Map<number, Wire[]>();
  /** Wires through a point, one list for those that run across (0) and one for those that run upright (1). */
  readonly #through = new Map<number, Wire[]>();
  readonly #leaving = new Map<string, Wire[]>();
  readonly #entering = new Map<string, Wire[]>();

  constructor({ places, rows, columns }: Grid) {
    this.width = 2 * columns + 1;
    this.height = 2 * rows + 1;
    for (const place of places) this.#boxes.add(this.point(middle(place)));
  }

  point({ x, y }: LatticePoint): number {
    return y * this.width + x;
  }

  isBox(point: number): boolean {
    return this.#boxes.has(point);
  }

  leaving(place: Place, side: Side): readonly Wire[] {
    return this.#leaving.get(`${place.step.number} ${side}`) ?? [];
  }

  entering(place: Place, side: Side): readonly Wire[] {
    return this.#entering.get(`${place.step.number} ${side}`) ?? [];
  }

  onSegment(from: number, to: number): readonly Wire[] {
    return this.#onSegment.get(this.#segment(from, to)) ?? [];
  }

  /** Wires that run through a point at a right angle to the direction. */
  crossing(point: number, direction: Side): readonly Wire[] {
    return this.#through.get(2 * point + (isUpright(direction) ? 0 : 1)) ?? [];
  }

  #segment(from: number, to: number): number {
    return 2 * Math.min(from, to) + (Math.abs(from - to) === 1 ? 0 : 1);
  }

  #each(wire: Wire, put: <K>(lists: Map<K, Wire[]>, key: K) => void): void {
    put(this.#leaving, `${wire.from.step.number} ${wire.exit}`);
    put(this.#entering, `${wire.to.step.number} ${wire.entry}`);
    for (const [index, end] of wire.path.entries()) {
      const start = wire.path[index - 1];
      if (!start) continue;
      put(this.#onSegment, this.#segment(this.point(start), this.point(end)));
      const upright = start.x === end.x ? 1 : 0;
      for (const point of [start, end]) put(this.#through, 2 * this.point(point) + upright);
    }
  }

  lay(wire: Wire): void {
    this.#each(wire, (lists, key) => {
      const list = lists.get(key);
      if (!list) lists.set(key, [wire]);
      else if (!list.includes(wire)) list.push(wire);
    });
  }

  takeUp(wire: Wire): void {
    this.#each(wire, (lists, key) =>
      lists.set(
        key,
        (lists.get(key) ?? []).filter((other) => other !== wire),
      ),
    );
  }
}

function exitPrice(lattice: Lattice, arrow: Arrow, side: Side): number {
  let cost = 0.5;
  if (lattice.entering(arrow.from, side).length > 0) cost += price.exitWhereOthersEnter;
  if (arrow.split) return cost + (side === 1 ? 0 : price.exitWhereOthersLeave);
  if (lattice.leaving(arrow.from, side).length > 0) cost += price.exitWhereOthersLeave;
  if (arrow.back) return cost + (side === 1 ? price.backExitDown : side === 3 ? price.backExitUp : 0);
  if (arrow.main) return cost + (side === 1 ? 0 : price.mainExitNotDown);
  return cost + (side === 1 ? price.sideExitDown : 0);
}

function entryPrice(lattice: Lattice, arrow: Arrow, side: Side): number {
  let cost = 0.5;
  if (side === 1) cost += price.entryFromBelow;
  if (lattice.leaving(arrow.to, side).length > 0) cost += price.entryWhereOthersLeave;
  if (!arrow.back && side !== 3) cost += price.entryNotFromAbove;
  if (arrow.back && side === 3) cost += price.backEntryFromAbove;
  if (lattice.entering(arrow.to, side).some(({ back }) => back !== arrow.back)) cost += price.entryWithOtherKind;
  return cost;
}

/** What it costs to go on to the next point, over what lies there. */
function movePrice(lattice: Lattice, arrow: Arrow, from: number, to: number, direction: Side): number {
  const along = lattice.onSegment(from, to);
  if (along.length > 0) {
    const joins = along.every((wire) => drawnAsOne(wire, arrow));
    return 1 + (joins ? price.joined : price.shared * along.length);
  }
  return 1 + price.crossing * lattice.crossing(to, direction).filter((wire) => !drawnAsOne(wire, arrow)).length;
}

/** The cheapest way of one arrow. A state is a point and the direction of arrival in it. */
function cheapestWay(lattice: Lattice, arrow: Arrow): Wire {
  const { width, height } = lattice;
  const arrived = width * height * 4;
  const costs = new Float64Array(arrived + 1).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(arrived + 1).fill(-1);
  const done = new Uint8Array(arrived + 1);
  const queue = new CheapestFirst();
  const reach = (state: number, cost: number, from: number) => {
    if (cost >= (costs[state] as number) - 1e-9) return;
    costs[state] = cost;
    cameFrom[state] = from;
    queue.push(cost, state);
  };
  const start = middle(arrow.from);
  const target = middle(arrow.to);
  for (const side of sides) {
    if (side === 3 && !arrow.back) continue;
    const point = { x: start.x + acrossOf[side], y: start.y + downOf[side] };
    reach(lattice.point(point) * 4 + side, exitPrice(lattice, arrow, side), -1);
  }
  for (let next = queue.pop(); next && next.id !== arrived; next = queue.pop()) {
    const { cost, id: state } = next;
    if (done[state]) continue;
    done[state] = 1;
    const direction = (state % 4) as Side;
    const point = state >> 2;
    const x = point % width;
    const y = (point - x) / width;
    for (const turn of sides) {
      if (turn === opposite(direction)) continue;
      const [toX, toY] = [x + acrossOf[turn], y + downOf[turn]];
      if (toX < 0 || toY < 0 || toX >= width || toY >= height) continue;
      const bend = turn === direction ? 0 : price.bend;
      const to = toY * width + toX;
      if (toX === target.x && toY === target.y) reach(arrived, cost + bend + entryPrice(lattice, arrow, opposite(turn)), state);
      else if (!lattice.isBox(to)) {
        const inCell = toX % 2 === 1 && toY % 2 === 1 ? price.freeCell : 0;
        reach(to * 4 + turn, cost + bend + inCell + movePrice(lattice, arrow, point, to, turn), state);
      }
    }
  }
  const states: number[] = [];
  for (let state = cameFrom[arrived] as number; state >= 0; state = cameFrom[state] as number) states.unshift(state);
  const way = states.map((state) => ({ x: (state >> 2) % width, y: Math.floor((state >> 2) / width) }));
  const last = way.at(-1) ?? start;
  return {
    ...arrow,
    path: [start, ...way, target],
    exit: ((states[0] ?? 0) % 4) as Side,
    entry: sides.find((side) => target.x + acrossOf[side] === last.x && target.y + downOf[side] === last.y) ?? 3,
    cost: costs[arrived] as number,
  };
}

/** Wires in the written order of their arrows. The outer channels are always free, so there is always a way. */
export function route(grid: Grid, order: LayingOrder): Wire[] {
  const lattice = new Lattice(grid);
  const wires = new Map<Arrow, Wire>();
  const arrows = inLayingOrder(grid.arrows, order);
  for (let round = 0; round < rounds; round++) {
    for (const arrow of arrows) {
      const before = wires.get(arrow);
      if (before) lattice.takeUp(before);
      const wire = cheapestWay(lattice, arrow);
      lattice.lay(wire);
      wires.set(arrow, wire);
    }
  }
  return grid.arrows.map((arrow) => wires.get(arrow) as Wire);
}
