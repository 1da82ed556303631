// The machines in lobbies and behind panels are seldom updated: kiosk and screens in a real Chromium 87.
import { expect, type Page, test } from '@playwright/test';
import { canRunOldBrowser, oldBrowser } from '../old-browser.ts';

const base = 'http://127.0.0.1:4401';

/** A touch where the element is; the browser is too old for Playwright's own way of finding out whether it can be touched. */
async function tap(page: Page, selector: string): Promise<void> {
  if (!page.url().endsWith('/attract/')) await arrived(page);
  const place = await page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    element?.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = element?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0, height: 0 };
    return { x: x + width / 2, y: y + height / 2, width };
  }, selector);
  expect(place.width, selector).toBeGreaterThan(0);
  await page.mouse.click(place.x, place.y);
}

/** Empty while the page is being left for another. */
const text = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector).catch(() => '');

const arrived = (page: Page) =>
  expect.poll(() => page.evaluate(() => 'ready' in document.documentElement.dataset).catch(() => false)).toBe(true);

test('in Chromium 87 tiles lead on, the pad finds 低保, its record can be read and the sheet is the whole sheet', async () => {
  test.skip(!canRunOldBrowser, 'only a build for Linux on x64 is to be had');
  const { browser, version, close } = await oldBrowser();
  try {
    expect(version).toMatch(/^87\./);
    const page = (browser.contexts()[0]?.pages()[0] ?? (await browser.newPage())) as Page;
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.setViewportSize({ width: 1080, height: 1920 });
    await page.goto(`${base}/attract/`);
    await tap(page, '#start');
    await expect.poll(() => page.url()).toBe(`${base}/`);
    // The address is told as soon as the first byte arrives; the tiles come with the rest.
    await arrived(page);
    // Two tiles beside each other, the bar at the bottom: the layers of the sheet arrived.
    const tiles = await page.evaluate(() =>
      [...document.querySelectorAll('.tiles a')].map((tile) => Math.round(tile.getBoundingClientRect().left)),
    );
    expect(new Set(tiles).size).toBe(2);
    expect(await page.evaluate(() => Math.round(document.querySelector('.kiosk-bar')?.getBoundingClientRect().bottom ?? 0))).toBe(1920);
    await tap(page, '.tile-search');
    await expect.poll(() => page.url()).toBe(`${base}/search/`);
    await expect.poll(() => text(page, '#hits')).toContain('最低生活保障');
    await tap(page, '[data-letter=d]');
    await tap(page, '[data-letter=b]');
    await expect.poll(() => text(page, '#hits li')).toContain('最低生活保障审核确认（又称低保）');
    await tap(page, '#hits a');
    await expect.poll(() => text(page, 'h1')).toBe('最低生活保障审核确认');
    await arrived(page);
    // One column, as in newer browsers: a rule with `:is` in it.
    expect(
      await page.evaluate(() => getComputedStyle(document.querySelector('.columns') as Element).gridTemplateColumns.split(' ').length),
    ).toBe(1);
    await tap(page, '#flow .more a');
    await expect.poll(() => text(page, '.step:nth-child(10) h3')).not.toBe('');
    await tap(page, '#back');
    await expect.poll(() => text(page, 'h1')).toBe('最低生活保障审核确认');
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
});

test('in Chromium 87 a screen shows its slides, each in turn, nothing beyond the edge', async () => {
  test.skip(!canRunOldBrowser, 'only a build for Linux on x64 is to be had');
  const { browser, close } = await oldBrowser();
  try {
    const page = (browser.contexts()[0]?.pages()[0] ?? (await browser.newPage())) as Page;
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    for (const [width, height] of [
      [1920, 1080],
      [1080, 1920],
      [512, 256],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto('http://127.0.0.1:4400/screen/hall/');
      const shown = () =>
        page.evaluate(() => {
          const slide = [...document.querySelectorAll<HTMLElement>('.slide')].find(({ hidden, offsetParent }) => !hidden && offsetParent);
          const outside = [...(slide?.querySelectorAll('h1, h2, .item') ?? [])].filter((part) => {
            const { right, bottom, width: wide } = part.getBoundingClientRect();
            return wide > 0 && (right > innerWidth + 1 || bottom > innerHeight + 1);
          });
          return { title: slide?.querySelector('h1, h2')?.textContent?.trim() ?? '', outside: outside.length };
        });
      await expect.poll(shown).toEqual({ title: expect.stringContaining('临溪县已经公开'), outside: 0 });
    }
    await expect
      .poll(() => page.evaluate(() => document.querySelector('.slide:not([hidden]) h1, .slide:not([hidden]) h2')?.textContent), {
        timeout: 40_000,
      })
      .not.toContain('临溪县已经公开');
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
});
