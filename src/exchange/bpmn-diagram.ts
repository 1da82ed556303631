// Our layout of a flow → the drawing inside a BPMN file (diagram interchange): bounds of pool, lanes, steps and labels, corners of
// arrows. In: a layout and the elements it draws. Out: a BPMNDiagram. Gateways are small diamonds there, so their arrows are led on.
import type { BpmnElement, BpmnModdle } from 'bpmn-moddle';
import type { Box, Layout, Line, Point } from '../flowchart/layout.ts';

/** Half of a gateway's diagonal, height of the pool's title bar, and the type in which tools write beside things. Unit: px. */
const reach = 25;
const poolHead = 30;
const letter = { size: 11, line: 14 };

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The elements drawn, in the order of the layout's lanes, boxes and lines. */
export interface Drawn {
  collaboration: BpmnElement;
  pool: BpmnElement;
  lanes: BpmnElement[];
  nodeOf(box: Box): BpmnElement;
  arrowOf(line: Line): BpmnElement;
}

const isGateway = ({ step }: Box) => step.kind === 'decision' || step.kind === 'parallel';
const middleOf = ({ x, y, width, height }: Area): Point => ({ x: x + width / 2, y: y + height / 2 });

/** From where an arrow meets the box of a gateway, on to its diamond. */
function ledOn(end: Point, box: Box): Point[] {
  const { x, y } = middleOf(box);
  const [aside, above] = [end.x - x, end.y - y];
  const upright = end.y === box.y || end.y === box.y + box.height;
  const off = Math.abs(upright ? aside : above);
  // Straight on to the nearest edge; where that would pass beside the diamond, round to its corner.
  if (upright && off <= reach) return [{ x: end.x, y: y + Math.sign(above) * (reach - off) }];
  if (upright)
    return [
      { x: end.x, y },
      { x: x + Math.sign(aside) * reach, y },
    ];
  if (off <= reach) return [{ x: x + Math.sign(aside) * (reach - off), y: end.y }];
  return [
    { x, y: end.y },
    { x, y: y + Math.sign(above) * reach },
  ];
}

function cornersOf(line: Line, boxes: ReadonlyMap<number, Box>): Point[] {
  const [from, to] = [boxes.get(line.from.number), boxes.get(line.to.number)];
  const [first, last] = [line.points[0], line.points.at(-1)];
  const before = from && first && isGateway(from) ? ledOn(first, from).reverse() : [];
  const after = to && last && isGateway(to) ? ledOn(last, to) : [];
  const corners = [...before, ...line.points, ...after];
  // A corner on the straight line between its neighbours is none.
  return corners.filter((point, index) => {
    const [a, b] = [corners[index - 1], corners[index + 1]];
    return !a || !b || !((a.x === point.x && point.x === b.x) || (a.y === point.y && point.y === b.y));
  });
}

const overlap = (a: Area, b: Area): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** Where the name of a gateway stands: beside its diamond, where it lies on as little as possible. */
function besideGateway(box: Box, name: string, others: readonly Area[]): Area {
  const { x, y } = middleOf(box);
  const choices = [8, 5, 4].flatMap((perLine) => {
    const width = Math.min(perLine, name.length) * letter.size + 2;
    const height = Math.ceil(name.length / perLine) * letter.line;
    const [left, right, above, below] = [x - 10 - width, x + 10, y - 14 - height, y + 14];
    const corners = [above, below].flatMap((top) => [right, left].map((start) => ({ x: start, y: top, width, height })));
    const sides = [x + reach + 3, x - reach - 3 - width].map((start) => ({ x: start, y: y - height / 2, width, height }));
    return [...sides, ...corners];
  });
  const costs = choices.map((choice) => others.reduce((sum, other) => sum + overlap(choice, other), 0));
  return choices[costs.indexOf(Math.min(...costs))] as Area;
}

/** Every stretch of a line as an area of 4 px. */
const areasOf = (corners: readonly Point[]): Area[] =>
  corners.slice(1).map((end, index) => {
    const start = corners[index] ?? end;
    const [x, y] = [Math.min(start.x, end.x) - 2, Math.min(start.y, end.y) - 2];
    return { x, y, width: Math.abs(start.x - end.x) + 4, height: Math.abs(start.y - end.y) + 4 };
  });

const shapeOf = (box: Box): Area => {
  const { x, y } = middleOf(box);
  return isGateway(box) ? { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach } : box;
};

/** The drawing of a flow as its layout has it. */
export function diagramOf(moddle: BpmnModdle, layout: Layout, drawn: Drawn): BpmnElement {
  const bounds = ({ x, y, width, height }: Area) => {
    const [left, top] = [Math.round(x), Math.round(y)];
    return moddle.create('dc:Bounds', { x: left, y: top, width: Math.round(x + width) - left, height: Math.round(y + height) - top });
  };
  const label = (area: Area | undefined) => (area ? { label: moddle.create('bpmndi:BPMNLabel', { bounds: bounds(area) }) } : {});
  const shape = (element: BpmnElement, area: Area, more: Record<string, unknown>) =>
    moddle.create('bpmndi:BPMNShape', { id: `${element.id}_di`, bpmnElement: element, bounds: bounds(area), ...more });

  const boxes = new Map(layout.boxes.map((box) => [box.step.number, box]));
  const lines = layout.lines.map((line) => {
    const words = line.label && { ...line.label, x: line.label.end ? line.label.x - line.label.width : line.label.x };
    return { element: drawn.arrowOf(line), corners: cornersOf(line, boxes), words };
  });
  const occupied = [
    ...layout.boxes.map(shapeOf),
    ...lines.flatMap(({ corners, words }) => [...areasOf(corners), ...(words ? [words] : [])]),
  ];
  const { width, height } = layout;
  const planeElement = [
    shape(drawn.pool, { x: 0, y: -poolHead, width, height: height + poolHead }, { isHorizontal: false }),
    ...drawn.lanes.map((lane, index) => {
      const { left, right } = layout.lanes[index] as Layout['lanes'][number];
      return shape(lane, { x: left, y: 0, width: right - left, height }, { isHorizontal: false });
    }),
    ...layout.boxes.map((box) => {
      if (!isGateway(box)) return shape(drawn.nodeOf(box), box, {});
      const name = besideGateway(box, box.step.name, occupied);
      occupied.push(name);
      return shape(drawn.nodeOf(box), shapeOf(box), { ...(box.step.kind === 'decision' ? { isMarkerVisible: true } : {}), ...label(name) });
    }),
    ...lines.map(({ element, corners, words }) =>
      moddle.create('bpmndi:BPMNEdge', {
        id: `${element.id}_di`,
        bpmnElement: element,
        waypoint: corners.map(({ x, y }) => moddle.create('dc:Point', { x: Math.round(x), y: Math.round(y) })),
        ...label(words),
      }),
    ),
  ];
  const plane = moddle.create('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: drawn.collaboration, planeElement });
  return moddle.create('bpmndi:BPMNDiagram', { id: 'diagram', plane });
}
