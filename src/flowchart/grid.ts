// Where each step stands: rows in the order of work, columns by lane. In: a flow. Out: the few grids that come into question;
// they differ in which side of a lane its second column is on.
import type { FlowView, StepView } from '../views/steps.ts';

/** A step and its cell. */
export interface Place {
  step: StepView;
  lane: number;
  row: number;
  /** Column within its lane, from 0, and within the chart. */
  shift: number;
  column: number;
}

export interface Arrow {
  /** Position among all arrows, in written order. */
  index: number;
  from: Place;
  to: Place;
  /** Condition or name of the return; empty where the arrow says nothing. */
  label: string;
  back: boolean;
  /** The first arrow of its step: the way things go when all is well. */
  main: boolean;
  /** One of several that go out at the same time: they leave their box as one line. */
  split: boolean;
}

/** May two arrows be drawn as one line where they meet? */
export const drawnAsOne = (a: Arrow, b: Arrow): boolean =>
  (a.to === b.to && a.back === b.back) || (a.split && b.split && a.from === b.from);

export interface Grid {
  places: Place[];
  arrows: Arrow[];
  rows: number;
  columns: number;
  /** First column of each lane, and one past its last. */
  lanes: { first: number; end: number }[];
}

/** Lanes whose mirror image is tried; each doubles the work. */
const mostMirrors = 4;

function arrowsBetween(places: readonly Place[]): Arrow[] {
  const at = new Map(places.map((place) => [place.step.number, place]));
  return places
    .flatMap((from) => {
      const { arrows, kind } = from.step;
      const split = kind === 'parallel' && arrows.length > 1;
      return arrows.flatMap(({ to: number, label, back }, order) => {
        const to = at.get(number);
        return to ? [{ from, to, label, back, main: order === 0, split }] : [];
      });
    })
    .map((arrow, index) => ({ index, ...arrow }));
}

/** The steps so that each comes after all that lead to it. Returns are declared, so without them there is no loop. */
function inOrderOfWork(places: readonly Place[], onward: readonly Arrow[]): Place[] {
  const waiting = new Map(places.map((place) => [place, onward.filter(({ to }) => to === place).length]));
  const order = places.filter((place) => waiting.get(place) === 0);
  for (const place of order) {
    for (const { to } of onward.filter(({ from }) => from === place)) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) order.push(to);
    }
  }
  if (order.length < places.length) throw new Error('a flow with an undeclared loop cannot be drawn');
  return order;
}

/** Steps of one lane that could go on at the same time: two columns, or one above the other, which is narrower and longer. */
type Crowding = 'beside' | 'below';

function setRows(places: readonly Place[], onward: readonly Arrow[], crowding: Crowding): void {
  const order = inOrderOfWork(places, onward);
  const goesOn = (place: Place) => onward.some(({ from }) => from === place);
  const placed: Place[] = [];
  const taken = (row: number, left: number, right = left) =>
    placed.some((other) => other.row === row && other.lane >= left && other.lane <= right);
  const after = (place: Place) => Math.max(0, ...onward.filter(({ to }) => to === place).map(({ from }) => from.row + 1));
  const nextFree = (place: Place) => {
    let row = after(place);
    while (taken(row, place.lane)) row++;
    return row;
  };
  for (const place of order.filter(goesOn)) {
    place.row = crowding === 'below' ? nextFree(place) : after(place);
    placed.push(place);
  }
  // A step from which nothing goes on (补正, 不予受理) stands beside the one that leads to it, where the cells between are free:
  // the familiar rectangle of 判断 → 补正 → 退回.
  const onMainPath = (place: Place) => onward.some(({ to, main }) => to === place && main);
  const last = order.filter((place) => !goesOn(place)).sort((a, b) => Number(onMainPath(b)) - Number(onMainPath(a)));
  for (const place of last) {
    const [parent, ...others] = onward.filter(({ to }) => to === place).map(({ from }) => from);
    const [left, right] = parent && parent.lane < place.lane ? [parent.lane + 1, place.lane] : [place.lane, (parent?.lane ?? 0) - 1];
    const beside = parent && others.length === 0 && parent.lane !== place.lane && !taken(parent.row, left, right);
    place.row = beside ? parent.row : nextFree(place);
    placed.push(place);
  }
}

/** Column within the lane: that of the step before on the main path, else the next that is free in the row. */
function setShifts(places: readonly Place[], onward: readonly Arrow[]): void {
  const before = new Map<Place, Place>();
  for (const { from, to, main } of onward) if (main && !before.has(to)) before.set(to, from);
  const rank = (place: Place) => place.row * 2 + (before.has(place) ? 0 : 1);
  const placed: Place[] = [];
  for (const place of [...places].sort((a, b) => rank(a) - rank(b) || a.step.number - b.step.number)) {
    const taken = placed.filter(({ lane, row }) => lane === place.lane && row === place.row).map(({ shift }) => shift);
    const parent = before.get(place);
    place.shift = parent?.lane === place.lane ? parent.shift : 0;
    if (taken.includes(place.shift)) place.shift = 0;
    while (taken.includes(place.shift)) place.shift++;
    placed.push(place);
  }
}

function gridsFor(flow: FlowView, crowding: Crowding): Grid[] {
  const places = flow.steps.map((step): Place => ({ step, lane: flow.lanes.indexOf(step.lane), row: 0, shift: 0, column: 0 }));
  const onward = arrowsBetween(places).filter(({ back }) => !back);
  setRows(places, onward, crowding);
  setShifts(places, onward);
  const lanes: { first: number; end: number }[] = [];
  for (const lane of flow.lanes.keys()) {
    const first = lanes.at(-1)?.end ?? 0;
    lanes.push({ first, end: first + 1 + Math.max(0, ...places.filter((place) => place.lane === lane).map(({ shift }) => shift)) });
  }
  const wide = [...lanes.keys()].filter((lane) => places.some((place) => place.lane === lane && place.shift > 0)).slice(0, mostMirrors);
  return Array.from({ length: 2 ** wide.length }, (_, mirrors): Grid => {
    const columnOf = ({ lane, shift }: Place) => {
      const { first, end } = lanes[lane] ?? { first: 0, end: 1 };
      return (mirrors >> wide.indexOf(lane)) & 1 && wide.includes(lane) ? end - 1 - shift : first + shift;
    };
    const mirrored = places.map((place) => ({ ...place, column: columnOf(place) }));
    return {
      places: mirrored,
      arrows: arrowsBetween(mirrored),
      rows: Math.max(...places.map(({ row }) => row)) + 1,
      columns: lanes.at(-1)?.end ?? 0,
      lanes,
    };
  });
}

export function gridsOf(flow: FlowView): Grid[] {
  const beside = gridsFor(flow, 'beside');
  // Where no lane has a second column, both are the same.
  return beside.some(({ places }) => places.some(({ shift }) => shift > 0)) ? [...beside, ...gridsFor(flow, 'below')] : beside;
}
