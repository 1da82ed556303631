// What is relied on where nobody stands by: every slide fits every panel, the right hour, nothing outdated, nothing broken, nothing
// half new, and the same memory after months.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { flaws, nextChange, noon, openScreen, showing, wholeRound } from '../screen.ts';

const site = '.build/site';
const playlists = () => readdirSync(`${site}/screen`);
const htmlOf = (path: string) => readFileSync(`${site}${path}index.html`, 'utf8');
const build = () => readFileSync(`${site}/build.txt`, 'utf8').trim();
const newer = 'feedfacefeedface';
const titles = (page: Page) => page.locator('.slide.on h1').textContent();

/** Answers for a new build: what build.txt says, what the page is. */
async function serveBuild(page: Page, path: string, text: () => string, html: () => string): Promise<void> {
  await page.route('**/build.txt', (route) => route.fulfill({ body: `${text()}\n` }));
  await page.route(`**${path}`, (route) => route.fulfill({ body: html(), contentType: 'text/html; charset=utf-8' }));
}

/** Runs the page's clock to its next question and waits for the last of the answers: they take no time of that clock. */
async function untilAnswered(page: Page, last: string): Promise<void> {
  const counts = () => page.evaluate(() => ({ asked: fetches.asked.length, answered: fetches.answered.length }));
  const before = await counts();
  for (let second = 0; second <= 361 && (await counts()).asked === before.asked; second += 3) await page.clock.runFor(3000);
  const answers = (from: number) => page.evaluate((index) => fetches.answered.slice(index), from);
  await expect.poll(async () => (await answers(before.answered)).some((address) => address.endsWith(last))).toBe(true);
}

declare const fetches: { asked: string[]; answered: string[] };

/** Notes in the page what it asks the server for, and what has arrived to the last byte. */
async function noteFetches(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const notes = { asked: [] as string[], answered: [] as string[] };
    const real = window.fetch;
    window.fetch = async (...request) => {
      notes.asked.push(String(request[0]));
      const response = await real(...request);
      await response.clone().text();
      notes.answered.push(response.url);
      return response;
    };
    Object.assign(window, { fetches: notes });
  });
}

// The server of the tests would tell the true time; these pages are to believe the test.
test.beforeEach(async ({ page }) => {
  await noteFetches(page);
  await page.route('**/build.txt', (route) => route.fulfill({ body: `${build()}\n` }));
});

const panels = { '3840x1080': 16, '1920x1080': 24, '1080x1920': 24, '512x256': 16, '640x192': 16, '352x80': 16 };

for (const [size, least] of Object.entries(panels)) {
  test(`every slide of the county fits ${size}: nothing beyond the edge, nothing over anything else, no text below ${least} px`, async ({
    page,
  }) => {
    const [width = 0, height = 0] = size.split('x').map(Number);
    await page.setViewportSize({ width, height });
    await page.clock.install({ time: new Date(noon) });
    for (const playlist of playlists()) {
      await page.goto(`/screen/${playlist}/`);
      const slides = await page.locator('.slide[data-number]').count();
      const seen = await wholeRound(page, async (name) => {
        expect(await flaws(page, least), `${playlist} ${name}`).toEqual([]);
      });
      expect(new Set(seen.map((name) => name.split('-')[0])).size, playlist).toBe(slides);
      expect(await page.locator('[data-skipped]').count()).toBe(0);
      expect(await page.locator('.demonstration strong').isVisible()).toBe(true);
    }
  });
}

test('the measure is awake: a long word and a moved heading are found', async ({ page }) => {
  await openScreen(page, '/screen/hall/');
  await page.evaluate(() => {
    const item = document.querySelector<HTMLElement>('.slide.on .item b');
    if (item) item.style.cssText = 'white-space:nowrap;font-size:900px';
  });
  expect((await flaws(page, 16)).join()).toMatch(/beyond the window/);
  await page.evaluate(() => document.querySelector<HTMLElement>('.slide.on h1')?.style.setProperty('transform', 'translateY(300px)'));
  expect((await flaws(page, 16)).join()).toMatch(/H1 .* over/);
});

test('a panel that is turned or given another size shows the same slide, paged anew', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openScreen(page, '/screen/hall/');
  await nextChange(page);
  const title = await titles(page);
  await page.setViewportSize({ width: 512, height: 256 });
  await expect.poll(() => flaws(page, 16)).toEqual([]);
  expect(await titles(page)).toBe(title);
});

test('nothing breaks the page’s own policy, and under a sub-path it asks for everything there', async ({ page }) => {
  const complaints: string[] = [];
  const outside: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => new URL(request.url()).pathname.startsWith('/zwgk/wgk/') || outside.push(request.url()));
  const asked = page.waitForResponse('**/zwgk/wgk/build.txt');
  await openScreen(page, '/zwgk/wgk/screen/hall/');
  await asked;
  await nextChange(page);
  expect({ complaints, outside }).toEqual({ complaints: [], outside: [] });
});

test.describe('on a device with the wrong time zone', () => {
  test.use({ timezoneId: 'America/New_York' });

  test('the hour is that of China, and the night is dim', async ({ page }) => {
    await openScreen(page, '/screen/hall/', '2026-11-27T13:59:00Z');
    await expect(page.locator('.clock')).toHaveText('11月27日 星期五 21:59');
    await expect(page.locator('.stage')).not.toHaveClass(/night/);
    await page.clock.runFor(61_000);
    await expect(page.locator('.clock')).toHaveText('11月27日 星期五 22:00');
    await expect(page.locator('.stage')).toHaveClass(/night/);
    await expect(page.locator('.stage')).toHaveCSS('filter', 'brightness(0.45)');
    await page.clock.fastForward('08:00:00');
    await expect(page.locator('.clock')).toHaveText(/^11月28日 星期六 06:0/);
    await expect(page.locator('.stage')).not.toHaveClass(/night/);
  });
});

test('a device that believes it is 2020 shows no hour until the server has told it the time', async ({ page }) => {
  let date = '';
  await page.route('**/build.txt', (route) => route.fulfill({ body: `${build()}\n`, ...(date ? { headers: { date } } : {}) }));
  await openScreen(page, '/screen/hall/', '2020-01-01T00:00:00Z');
  await page.clock.runFor(1000);
  await expect(page.locator('.clock')).toHaveText('');
  date = 'Fri, 27 Nov 2026 04:30:00 GMT';
  await untilAnswered(page, 'build.txt');
  await page.clock.runFor(1000);
  await expect(page.locator('.clock')).toHaveText('11月27日 星期五 12:30');
});

test('a notice says how long it is still open, and is gone the day after', async ({ page }) => {
  const title = '惠农补贴“一卡通”发放公示提示';
  const texts = async (time: string) => {
    const found: string[] = [];
    await page.clock.setSystemTime(new Date(time));
    await page.goto('/screen/hall/');
    await wholeRound(page, async () => {
      if ((await titles(page)) === title) found.push((await page.locator('.slide.on .until').textContent()) ?? '');
    });
    return found;
  };
  await page.clock.install();
  expect(await texts('2026-12-30T09:00:00+08:00')).toEqual(['还剩1天']);
  expect(await texts('2026-12-31T21:00:00+08:00')).toEqual(['今天截止']);
  expect(await texts('2027-01-01T00:01:00+08:00')).toEqual([]);
});

const damages: [what: string, damage: (html: string) => string][] = [
  ['has lost its heading', (html) => html.replace(/(data-number="2".*?<h1[^>]*>)[^<]*/s, '$1')],
  ['has lost an item', (html) => html.replace(/(data-number="2".*?)<div class="item" data-item>.*?<\/div>/s, '$1')],
  ['has lost the words of an item', (html) => html.replace(/(data-number="2".*?<b>)[^<]*/s, '$1')],
  ['has no time to stay', (html) => html.replace(/(data-number="2".*?data-seconds=")\d+/s, '$1x')],
];
for (const [what, damage] of damages) {
  test(`a slide that ${what} is skipped, and the others go on`, async ({ page }) => {
    const html = htmlOf('/screen/hall/');
    expect(damage(html)).not.toBe(html);
    await serveBuild(page, '/screen/hall/', build, () => damage(html));
    await openScreen(page, '/screen/hall/');
    const seen = await wholeRound(page, async () => {});
    const numbers = [...new Set(seen.map((name) => Number(name.split('-')[0])))];
    expect(numbers).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });
}

test('when nothing can be shown, name and telephone stand there', async ({ page }) => {
  await serveBuild(page, '/screen/hall/', build, () => htmlOf('/screen/hall/').replaceAll(/<h1 [^>]*>[^<]*/g, '<h1>'));
  await openScreen(page, '/screen/hall/');
  expect(await showing(page)).toBe('resting');
  await expect(page.locator('.slide.on')).toContainText('临溪县权力运行公开平台');
  await expect(page.locator('.slide.on')).toContainText('12388');
});

test('a new build is taken between two slides, only when it is whole, and no moment is blank', async ({ page }) => {
  const old = htmlOf('/screen/hall/');
  const fresh = old.replace(`data-build="${build()}"`, `data-build="${newer}"`).replaceAll('临溪县已经公开', '新的一版');
  let html = old;
  let announced = build();
  await serveBuild(
    page,
    '/screen/hall/',
    () => announced,
    () => html,
  );
  await openScreen(page, '/screen/hall/');
  await page.evaluate(() => Object.assign(window, { marker: true }));
  const taken = () => page.evaluate(() => document.documentElement.dataset['build']);

  announced = newer;
  const wrong = (page: string) => page.replaceAll(/临溪县已经公开|新的一版/g, '还不该出现');
  const notWhole = {
    'a page of the old build': wrong(old),
    'half the page': wrong(fresh.slice(0, fresh.length / 2)),
    'a slide less than it says': wrong(fresh.replace(/data-slides="\d+"/, 'data-slides="99"')),
  };
  for (const [what, answer] of Object.entries(notWhole)) {
    html = answer;
    await untilAnswered(page, '/screen/hall/');
    await nextChange(page);
    expect((await page.locator('.slide h1').allTextContents()).join(), what).not.toContain('还不该出现');
    expect(await taken(), what).toBe(build());
  }
  html = fresh;
  await untilAnswered(page, '/screen/hall/');
  for (let change = 0; change < 3 && (await taken()) !== newer; change += 1) {
    expect(await flaws(page, 16)).toEqual([]);
    await page.clock.runFor(4000);
  }
  for (let second = 0; second < 8; second += 1) {
    expect(await flaws(page, 16), `${second} s after`).toEqual([]);
    await page.clock.runFor(1000);
  }
  expect(await taken()).toBe(newer);
  expect(await titles(page)).toBe('新的一版');
  expect(await page.locator('.slide').count()).toBe((await page.locator('.slide[data-number]').count()) + 1);
  expect(await page.evaluate(() => 'marker' in window), 'without a reload').toBe(true);
});

test('a build with another script is loaded anew, but not before that script can be fetched', async ({ page }) => {
  const old = htmlOf('/screen/hall/');
  const script = /src="([^"]*ScreenPage[^"]*\.js)"/.exec(old)?.[1] ?? '';
  const fresh = old.replace(build(), newer).replace(script, script.replace('.js', '-2.js'));
  let html = old;
  let announced = build();
  let isThere = false;
  const program = readFileSync(`${site}/screen/hall/${script}`, 'utf8');
  await serveBuild(
    page,
    '/screen/hall/',
    () => announced,
    () => html,
  );
  await page.route('**/*-2.js', (route) =>
    isThere ? route.fulfill({ body: program, contentType: 'text/javascript' }) : route.fulfill({ status: 404 }),
  );
  await openScreen(page, '/screen/hall/');
  const taken = () => page.evaluate(() => document.documentElement.dataset['build']);
  announced = newer;
  html = fresh;
  await untilAnswered(page, '-2.js');
  await nextChange(page);
  expect(await taken()).toBe(build());
  isThere = true;
  await untilAnswered(page, '-2.js');
  const loaded = page.waitForEvent('load');
  await page.clock.runFor(20_000);
  await loaded;
  expect(await taken()).toBe(newer);
  expect(await flaws(page, 16)).toEqual([]);
});

test('without network it goes on, and never loads anything anew', async ({ page, context }) => {
  await openScreen(page, '/screen/hall/');
  await page.evaluate(() => Object.assign(window, { marker: true }));
  await context.setOffline(true);
  const seen = new Set<string>();
  for (let change = 0; change < 40; change += 1) seen.add(await nextChange(page));
  expect(seen.size).toBeGreaterThan(15);
  expect(await page.evaluate(() => 'marker' in window)).toBe(true);
  expect(await flaws(page, 16)).toEqual([]);
});

test('the picture wanders, so that nothing burns in, and text stays within the window all the same', async ({ page }) => {
  await openScreen(page, '/screen/hall/');
  const places = new Set<string>();
  for (let change = 0; change < 8; change += 1) {
    places.add(await page.evaluate(() => document.querySelector<HTMLElement>('.stage')?.style.transform ?? ''));
    await nextChange(page);
  }
  expect(places.size).toBe(8);
});

test('after 300 changes there are as many nodes and listeners as before', async ({ page }) => {
  test.slow();
  await openScreen(page, '/screen/led/');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const measure = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
  await wholeRound(page, async () => {});
  const before = await measure();
  await page.clock.runFor(300 * 8 * 1000);
  const after = await measure();
  expect(after.listeners).toBe(before.listeners);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.02);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the show leads into its chain, and one page leads to the next by itself', async ({ page }) => {
    await page.goto('/screen/led/');
    await page.waitForURL('**/screen/led/1/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('临溪县已经公开');
    await page.waitForURL('**/screen/led/2/');
    await expect(page.locator('.demonstration')).toContainText('虚构');
  });
});

test('every page of the chain leads on and round, runs no script, and fits', async ({ page }) => {
  for (const playlist of playlists()) {
    const chain = readdirSync(`${site}/screen/${playlist}`).filter((name) => /^\d+$/.test(name));
    let next = '1';
    for (const _ of chain) {
      const html = htmlOf(`/screen/${playlist}/${next}/`);
      expect(html).not.toContain('<script');
      next = /content="\d+; url=[./]*screen\/[\w-]+\/(\d+)\/"/.exec(html)?.[1] ?? '';
    }
    expect(next, `${playlist} leads round`).toBe('1');
    for (const number of chain) {
      await page.goto(`/screen/${playlist}/${number}/`);
      for (const [width, height] of [
        [1920, 1080],
        [1080, 1920],
        [512, 256],
        [352, 80],
      ] as const) {
        await page.setViewportSize({ width, height });
        expect(await flaws(page, 16), `${playlist} ${number} ${width}x${height}`).toEqual([]);
      }
    }
  }
});
