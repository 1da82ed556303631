// `npm run bench:screen`: what a screen costs after months. Shows 10,000 slides of a playlist in a real browser, on a clock that runs as
// fast as the machine can, and prints heap, nodes and listeners as ratios to those after the first round. Asserts nothing.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browserArguments, findBrowser } from '../src/rendering/browser.ts';
import { builtSite, openBuiltSite } from '../src/rendering/built-site.ts';
import { commandLine, fail } from './command-line.ts';

const usage = [
  '用法：npm run bench:screen [-- --site <文件夹>] [--playlist <播放单>] [--changes <次数>]',
  '在浏览器里连续播放，比较开头和结尾的内存、节点和监听器。默认 dist、hall、10000 次。',
].join('\n');

async function bench(site: string, playlist: string, changes: number): Promise<void> {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  await openBuiltSite(context, site);
  const page = await context.newPage();
  await page.clock.install({ time: new Date('2026-11-27T12:00:00+08:00') });
  await page.goto(`${builtSite}/screen/${playlist}/`);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.evaluate(() => {
    const stage = document.querySelector<HTMLElement>('.stage');
    const count = { changes: 0 };
    Object.assign(window, { count });
    if (stage)
      new MutationObserver(() => {
        count.changes += 1;
      }).observe(stage, { attributeFilter: ['data-showing'] });
  });
  const done = () => page.evaluate(() => (window as unknown as { count: { changes: number } }).count.changes);
  const until = async (wanted: number) => {
    while ((await done()) < wanted) await page.clock.runFor(600_000);
  };
  const measure = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { changes: await done(), heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
  await until(100);
  const first = await measure();
  const rows = [first];
  for (const share of [0.1, 0.25, 0.5, 0.75, 1]) {
    await until(changes * share);
    rows.push(await measure());
  }
  console.table(
    rows.map(({ changes: shown, heap, nodes, listeners }) => ({
      换页: shown,
      '堆（MB）': (heap / 1e6).toFixed(2),
      '堆 ÷ 开头': (heap / first.heap).toFixed(2),
      节点: nodes,
      '节点 ÷ 开头': (nodes / first.nodes).toFixed(2),
      监听器: listeners,
    })),
  );
  await browser.close();
}

const given = commandLine(usage, {
  site: { type: 'string', default: 'dist' },
  playlist: { type: 'string', default: 'hall' },
  changes: { type: 'string', default: '10000' },
});
if (given) {
  const { site, playlist, changes } = given.values;
  if (existsSync(`${site}/screen/${playlist}/index.html`)) await bench(site, playlist, Number(changes));
  else fail(`${site} 里没有播放单 ${playlist} 的网页，先执行 npm run build`);
}
