// What a chart promises: nothing lies on anything else, everything is joined, it is the same every time, and it fits on paper.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { leastPrintScale } from '../../../src/flowchart/face.ts';
import { type Layout, layoutOf } from '../../../src/flowchart/layout.ts';
import { sheetsOf } from '../../../src/flowchart/sheets.ts';
import { drawingSvg } from '../../../src/flowchart/svg.ts';
import { checkFlowShape } from '../../../src/model/checks/flow-shape.ts';
import { disclosed } from '../../../src/model/disclosed.ts';
import type { AnyEntry } from '../../../src/model/entry.ts';
import { resolve } from '../../../src/model/resolve.ts';
import { readCountyFolder } from '../../../src/reading/county-folder.ts';
import { flowView } from '../../../src/views/steps.ts';
import { defectsOf } from './defects.ts';
import { generatedFlow, generatedFlows, viewOf } from './generated-flows.ts';

const generated = generatedFlows().map(layoutOf);
const county = resolve(disclosed((await readCountyFolder(join(import.meta.dirname, '../../../content'))).entries)).records.flow.map(
  (flow) => layoutOf(flowView(flow)),
);

const faulty = (layouts: readonly Layout[]) =>
  layouts.flatMap((layout) => defectsOf(layout).map((defect) => `${layout.flow.title}: ${defect}`));

test('the generated flows are such as a county may write', () => {
  for (const [seed, steps, lanes] of [
    [1, 24, 4],
    [2, 24, 5],
    [8, 12, 3],
  ] as const) {
    const entry = { kind: 'flow', id: 'f', file: 'f.yml', data: generatedFlow(seed, steps, lanes), place: () => ({ line: 1, column: 1 }) };
    expect(checkFlowShape([entry as unknown as AnyEntry])).toEqual([]);
  }
  const kinds = new Set(generated.flatMap(({ boxes }) => boxes.map(({ step }) => step.kind)));
  expect(kinds).toEqual(new Set(['start', 'step', 'decision', 'parallel', 'end']));
});

test('in 500 generated charts of 6–40 steps and 1–5 lanes nothing lies on anything else, and every arrow joins its boxes', () => {
  expect(generated).toHaveLength(500);
  expect(faulty(generated)).toEqual([]);
});

test('nor in any chart of the county', () => {
  expect(county.length).toBeGreaterThan(150);
  expect(faulty(county)).toEqual([]);
});

test('the check for defects is awake: of things moved a little, each kind is noticed', () => {
  const noticed = { box: 0, label: 0, line: 0 };
  const sample = generated.slice(100, 200);
  for (const layout of sample) {
    const moved = (change: Partial<Layout>) => (defectsOf({ ...layout, ...change }).length > 0 ? 1 : 0);
    noticed.box += moved({ boxes: layout.boxes.map((box, index) => (index === 2 ? { ...box, x: box.x + 90, y: box.y + 45 } : box)) });
    noticed.label += moved({
      lines: layout.lines.map((line) =>
        line.label ? { ...line, label: { ...line.label, x: line.label.x + 40, y: line.label.y + 25 } } : line,
      ),
    });
    noticed.line += moved({
      lines: layout.lines.map((line, index) =>
        index === 1 ? { ...line, points: line.points.map(({ x, y }) => ({ x: x + 90, y })) } : line,
      ),
    });
  }
  const labelled = sample.filter(({ lines }) => lines.some(({ label }) => label)).length;
  expect(noticed.box).toBe(sample.length);
  expect(noticed.line).toBe(sample.length);
  expect(noticed.label / labelled).toBeGreaterThan(0.8);
});

test('the same flow gives the same bytes', () => {
  const digest = () => {
    const hash = createHash('sha256');
    for (const flow of generatedFlows().slice(0, 60)) hash.update(drawingSvg(layoutOf(flow)));
    return hash.digest('hex');
  };
  expect(digest()).toBe(digest());
});

test('the main path goes down, and a refusal or a correction stands beside the decision it comes from', () => {
  const flow = viewOf(generatedFlow(3, 12, 3));
  const at = new Map(layoutOf(flow).boxes.map((box) => [box.step.number, box]));
  for (const { number, arrows } of flow.steps) {
    for (const { to, back } of arrows) if (!back) expect(at.get(to)?.y).toBeGreaterThanOrEqual(at.get(number)?.y ?? 0);
  }
  const dibao = county.find((layout) => layout.flow.title === '最低生活保障审核确认流程') as Layout;
  const middle = (number: number) => {
    const box = dibao.boxes.find(({ step }) => step.number === number);
    return (box?.y ?? 0) + (box?.height ?? 0) / 2;
  };
  expect(middle(3)).toBe(middle(2));
});

test('branches of work done at the same time leave from their bar, nearly always as one line', () => {
  const groups = generated.flatMap(({ lines, boxes }) => {
    const split = lines.filter(({ from }) => from.kind === 'parallel' && from.arrows.length > 1);
    const bottoms = new Map(boxes.map((box) => [box.step, box.y + box.height]));
    expect(split.filter(({ from, points }) => points[0]?.y !== bottoms.get(from))).toEqual([]);
    return [...Map.groupBy(split, ({ from }) => from).values()];
  });
  expect(groups.length).toBeGreaterThan(100);
  // Not where a shortcut from elsewhere runs into one of the branches: then it could not be told which goes where.
  const asOne = groups.filter((lines) => new Set(lines.map(({ points }) => points[0]?.x)).size === 1);
  expect(asOne.length / groups.length).toBeGreaterThan(0.98);
});

test('on A4 a chart of the county is cut only between rows, loses nothing, and stays large enough to read', () => {
  for (const layout of county) {
    const { scale, parts, across } = sheetsOf(layout);
    expect(scale, layout.flow.title).toBeGreaterThanOrEqual(leastPrintScale);
    expect(parts[0]?.top).toBe(0);
    expect(parts.at(-1)?.bottom).toBe(layout.height);
    for (const [index, { top, bottom }] of parts.entries()) {
      if (index > 0) expect(top).toBe(parts[index - 1]?.bottom);
      const head = index > 0 ? layout.headHeight : 0;
      expect((bottom - top + head) * scale, `${layout.flow.title}, sheet ${index + 1}`).toBeLessThanOrEqual(across ? 700 : 1030);
      expect(layout.boxes.filter((box) => box.y < bottom && box.y + box.height > bottom)).toEqual([]);
      const cutLabels = layout.lines.filter(({ label }) => label && label.y < bottom && label.y + label.height > bottom);
      expect(cutLabels.map(({ from, to }) => `${layout.flow.title} ${from.number}-${to.number}`)).toEqual([]);
    }
  }
});

/** The straight pieces of a path made of M, h, v and q. */
function straightPieces(path: string): { upright: boolean; at: number; low: number; high: number }[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([Mhvq])([-\d .]+)/g)].flatMap(([, command, written = '']) => {
    const numbers = written.trim().split(/ /).map(Number);
    const from = { x, y };
    if (command === 'M') [x, y] = numbers as [number, number];
    else if (command === 'h') x += numbers[0] ?? 0;
    else if (command === 'v') y += numbers[0] ?? 0;
    else [x, y] = [x + (numbers[2] ?? 0), y + (numbers[3] ?? 0)];
    if (command === 'h') return { upright: false, at: y, low: Math.min(from.x, x), high: Math.max(from.x, x) };
    return command === 'v' ? { upright: true, at: x, low: Math.min(from.y, y), high: Math.max(from.y, y) } : [];
  });
}

test('returns to one step are not drawn on each other: two dashed lines would read as a solid one', () => {
  let returns = 0;
  for (const layout of county) {
    const paths = [...drawingSvg(layout).matchAll(/<path class="back" data-arrow="[^"]+" d="([^"]+)"/g)].map(([, path = '']) =>
      straightPieces(path),
    );
    returns += paths.length;
    for (const [index, pieces] of paths.entries()) {
      const others = paths.slice(index + 1).flat();
      const doubled = pieces.filter((a) =>
        others.some((b) => a.upright === b.upright && a.at === b.at && Math.min(a.high, b.high) - Math.max(a.low, b.low) > 10),
      );
      expect(doubled, layout.flow.title).toEqual([]);
    }
  }
  expect(returns).toBeGreaterThan(200);
});
