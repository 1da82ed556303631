// `npm run bench:charts`: how long charts take to lay out, for 500 generated ones and for those of the county, and how large they come out.
// As a ratio: all charts of the county to reading and checking the county, in the same run. Prints a table; asserts nothing.
import { gzipSync } from 'node:zlib';
import { layoutOf } from '../src/flowchart/layout.ts';
import { drawingSvg } from '../src/flowchart/svg.ts';
import { check } from '../src/model/check.ts';
import { disclosed } from '../src/model/disclosed.ts';
import { resolve } from '../src/model/resolve.ts';
import { contentDirectory, readCountyFolder } from '../src/reading/county-folder.ts';
import { type FlowView, flowView } from '../src/views/steps.ts';
import { generatedFlows } from '../tests/unit/flowchart/generated-flows.ts';

const start = performance.now();
const content = await readCountyFolder(contentDirectory());
check(content);
const readingAndChecking = performance.now() - start;
const county = resolve(disclosed(content.entries));

/** Value below which a share of the numbers lies. */
const quantile = (numbers: readonly number[], share: number) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;

function measure(flows: readonly FlowView[]) {
  const drawn = flows.map((flow) => {
    const begin = performance.now();
    const layout = layoutOf(flow);
    return { layout, ms: performance.now() - begin };
  });
  const times = drawn.map(({ ms }) => ms);
  const sizes = drawn.map(({ layout }) => gzipSync(drawingSvg(layout), { level: 9 }).length);
  const total = times.reduce((sum, ms) => sum + ms, 0);
  return {
    图: flows.length,
    '中位（毫秒）': quantile(times, 0.5).toFixed(1),
    '95%': quantile(times, 0.95).toFixed(1),
    最慢: Math.max(...times).toFixed(0),
    '合计 ÷ 读取和检查全县': (total / readingAndChecking).toFixed(2),
    '压缩后字节（中位）': quantile(sizes, 0.5),
    最大: Math.max(...sizes),
    每图交叉: (drawn.reduce((sum, { layout }) => sum + layout.crossings, 0) / flows.length).toFixed(2),
  };
}

console.table({ 全县流程: measure(county.records.flow.map(flowView)), 生成的流程: measure(generatedFlows()) });
