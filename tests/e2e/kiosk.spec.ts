// What someone at the lobby machine relies on: a finger is enough, what is sought is found, nothing is left behind, nothing leads out.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';

test.use({ baseURL: 'http://127.0.0.1:4401', hasTouch: true });

const sizes = [
  [1080, 1920],
  [1920, 1080],
  [1280, 1024],
  [1024, 768],
] as const;

/** One page of every layout, with what a finger may have opened. */
const layouts = [
  '/',
  '/search/',
  '/attract/',
  '/units/',
  '/units/minzheng/',
  '/risks/',
  '/powers/mz-dibao/',
  '/flows/mz-f-dibao/',
  '/flows/mz-f-dibao/control/',
  '/rules/mz-r-dibao/',
  '/risks/mz-x-ruhu/',
  '/laws/',
  '/laws/shehui-jiuzhu-fa/',
  '/coverage/',
  '/changes/',
  '/supervision/',
  '/notices/gonggao-2026-jidu3/',
  '/pages/report/',
  '/404.html',
];

const letters = async (page: Page, typed: string) => {
  for (const letter of typed) await page.getByRole('button', { name: letter.toUpperCase(), exact: true }).click();
};

/** What can be touched and is smaller than a finger, and whether the page can be pushed sideways. */
const tooSmall = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const small: string[] = [];
    for (const target of document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, [tabindex="0"]')) {
      const { width, height } = target.getBoundingClientRect();
      const { visibility, pointerEvents } = getComputedStyle(target);
      if (width * height === 0 || visibility === 'hidden' || pointerEvents === 'none') continue;
      if (Math.min(width, height) < 59.5) small.push(`${target.textContent?.trim()} ${Math.round(width)}×${Math.round(height)}`);
    }
    const main = document.getElementById('main');
    if (main && main.scrollWidth > main.clientWidth) small.push(`sideways ${main.scrollWidth - main.clientWidth}`);
    return small;
  });

for (const [width, height] of sizes) {
  test(`at ${width} × ${height} every target is at least 60 px, in large type too, and no page can be pushed sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    for (const large of [false, true]) {
      for (const path of layouts) {
        await page.goto(path);
        if (large && path !== '/attract/') await page.evaluate(() => Object.assign(document.documentElement.dataset, { large: '' }));
        expect(await tooSmall(page), `${path} ${large ? 'large' : ''}`).toEqual([]);
      }
    }
  });

  test(`at ${width} × ${height} no panel of the attract screen and no part of the pad stands in another, in large type too`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const overlaps = (parts: string[]) =>
      page.evaluate((selectors) => {
        const boxes = selectors.map((selector) => [selector, document.querySelector(selector)?.getBoundingClientRect()] as const);
        return boxes.flatMap(([a, one], index) =>
          boxes.slice(index + 1).flatMap(([b, two]) => {
            const apart =
              !one ||
              !two ||
              one.bottom <= two.top + 1 ||
              two.bottom <= one.top + 1 ||
              one.right <= two.left + 1 ||
              two.right <= one.left + 1;
            return apart ? [] : [`${a} ${b}`];
          }),
        );
      }, parts);
    await page.goto('/attract/');
    for (let panel = 1; panel <= 4; panel++) {
      await page.evaluate((shown) => {
        for (const [index, element] of document.querySelectorAll<HTMLElement>('.attract-panel').entries())
          element.hidden = index + 1 !== shown;
      }, panel);
      const parts = ['.attract-name', `.attract-panel:nth-child(${panel})`, '.attract-touch', '.attract-foot'];
      expect(await overlaps(parts), `panel ${panel}`).toEqual([]);
    }
    await page.goto('/search/');
    for (const large of [false, true]) {
      if (large) await page.getByRole('button', { name: '大字' }).click();
      await letters(page, 'd');
      expect(await overlaps(['.pad-head', '#count', '#hits', '.pad-pager', '.pad-keys', '.kiosk-bar']), String(large)).toEqual([]);
    }
  });

  test(`at ${width} × ${height} 低保 is found by D B, the keys and several results in sight at once`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/');
    await page.getByRole('link', { name: '按拼音首字母查' }).click();
    await letters(page, 'db');
    const results = page.locator('#hits li');
    await expect(results.first()).toContainText('最低生活保障审核确认（又称低保）');
    expect(await results.count()).toBeGreaterThanOrEqual(3);
    for (const part of ['#hits li:last-child', '[data-letter=z]', '#next']) await expect(page.locator(part)).toBeInViewport({ ratio: 1 });
    await results.first().getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('最低生活保障审核确认');
    await page.getByRole('button', { name: '返回' }).click();
    await expect(page.locator('#typed')).toHaveText('DB');
  });
}

test('a risk is reached by three taps from the attract screen', async ({ page }) => {
  await page.goto('/attract/');
  await page.locator('#start').tap();
  await page.getByRole('link', { name: '风险公开' }).tap();
  await page.locator('.records a').first().tap();
  await expect(page.locator('.page-title .kind')).toContainText('风险');
  await expect(page.locator('#measures')).toBeVisible();
});

test('letters that lead nowhere are off and stay in their place; every letter that is on leads on', async ({ page }) => {
  await page.goto('/search/');
  await letters(page, 'dbs');
  const place = await page.locator('[data-letter=a]').boundingBox();
  const on = await page.locator('[data-letter]:enabled').evaluateAll((keys) => keys.map((key) => (key as HTMLElement).dataset['letter']));
  expect(on.length).toBeGreaterThan(0);
  expect(on.length).toBeLessThan(26);
  expect(await page.locator('[data-letter=a]').boundingBox()).toEqual(place);
  for (const letter of on) {
    await letters(page, letter ?? '');
    await expect(page.locator('#count')).toHaveText(/找到 \d+ 条/);
    await page.getByRole('button', { name: '退格' }).click();
  }
});

test('after a minute without a touch it asks, twenty seconds later the visit is forgotten', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-27T10:00:00+08:00') });
  await page.goto('/search/');
  await letters(page, 'db');
  await page.getByRole('button', { name: '大字' }).click();
  await page.getByRole('button', { name: '高对比' }).click();
  await page.locator('#hits a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('最低生活保障审核确认');
  // The page's script has run: from now on it counts.
  await page.waitForLoadState();
  await expect(page.locator('html')).toHaveAttribute('data-large', '');
  const question = page.getByRole('alertdialog', { name: '还在使用吗？' });
  await page.clock.runFor(59_000);
  await expect(question).toBeHidden();
  await page.clock.runFor(2_000);
  await expect(question).toBeVisible();
  await expect(question).toContainText('19 秒');
  const stay = page.getByRole('button', { name: '继续使用' });
  expect((await stay.boundingBox())?.height).toBeGreaterThanOrEqual(100);
  await stay.click();
  await expect(question).toBeHidden();
  await page.clock.runFor(59_000);
  await expect(question).toBeHidden();
  await page.clock.runFor(22_000);
  await expect(page).toHaveURL(/\/attract\/$/);
  expect(await page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie])).toEqual([0, 0, '']);
  await page.locator('#start').click();
  await expect(page.locator('html')).not.toHaveAttribute('data-large', '');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.getByRole('button', { name: '返回' }).click();
  await expect(page).toHaveURL('http://127.0.0.1:4401/');
  await page.goto('/search/');
  await expect(page.locator('#typed')).toHaveText('');
});

for (const [what, act] of [
  ['a touch', (page: Page) => page.locator('#pad-title').tap()],
  ['a key of the pad', (page: Page) => letters(page, 'd')],
  ['a key of a keyboard', (page: Page) => page.keyboard.press('ArrowDown')],
] as const) {
  test(`${what} counts as somebody being there`, async ({ page }) => {
    await page.clock.install();
    await page.goto('/search/');
    await page.clock.runFor(50_000);
    await act(page);
    await page.clock.runFor(50_000);
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await page.clock.runFor(11_000);
    await expect(page.getByRole('alertdialog')).toBeVisible();
  });
}

test('the browser keeps no way back to what was read, and asks nothing of any other place', async ({ page }) => {
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  await page.goto('/attract/');
  await page.locator('#start').click();
  const entries = await page.evaluate(() => history.length);
  await page.getByRole('link', { name: '按单位查' }).click();
  await page.getByRole('link', { name: /县民政局/ }).click();
  await page.locator('.card-table a').first().click();
  await page.locator('.side-list a').last().click();
  await page.locator('#risk a').first().click();
  await expect(page.locator('.page-title .kind')).toContainText('风险');
  expect(await page.evaluate(() => history.length)).toBe(entries);
  expect([...asked]).toEqual(['http://127.0.0.1:4401']);
  for (const heading of ['最低生活保障审核确认', '临溪县民政局', '单位']) {
    await page.getByRole('button', { name: '返回' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  }
});

test('返回 leads to the place on the page where one was', async ({ page }) => {
  await page.goto('/risks/');
  const link = page.locator('.records a').nth(30);
  await link.scrollIntoViewIfNeeded();
  const top = await page.evaluate(() => document.getElementById('main')?.scrollTop);
  await link.click();
  await page.getByRole('button', { name: '返回' }).click();
  await expect(page).toHaveURL(/\/risks\/$/);
  await expect.poll(() => page.evaluate(() => document.getElementById('main')?.scrollTop)).toBe(top);
});

test('下翻 and 上翻 move the page where fingers cannot drag it', async ({ page }) => {
  await page.goto('/powers/mz-dibao/');
  const top = () => page.evaluate(() => document.getElementById('main')?.scrollTop ?? 0);
  await page.getByRole('button', { name: '下翻' }).click();
  await expect.poll(top).toBeGreaterThan(300);
  await page.getByRole('button', { name: '上翻' }).click();
  await expect.poll(top).toBe(0);
});

test('画面下移 brings everything that is touched into the lower seven tenths, and stays on the next page', async ({ page }) => {
  await page.setViewportSize({ width: 1080, height: 1920 });
  await page.goto('/search/');
  await page.getByRole('button', { name: '画面下移' }).click();
  expect((await page.locator('#clear').boundingBox())?.y).toBeGreaterThan(1920 * 0.3);
  await letters(page, 'db');
  expect(await page.locator('#hits li').count()).toBeGreaterThanOrEqual(3);
  await page.locator('#hits a').first().click();
  expect((await page.locator('#main').boundingBox())?.y).toBeGreaterThanOrEqual(1920 * 0.3 - 1);
});

test('no menu, selection, dragging, zoom, printing, new window', async ({ page }) => {
  await page.goto('/powers/mz-dibao/');
  const prevented = await page.evaluate(() => {
    const outcome: Record<string, boolean> = {};
    for (const name of ['contextmenu', 'dragstart', 'selectstart', 'copy'])
      outcome[name] = !document.body.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
    const keys = { print: ['p', true], find: ['f', true], f5: ['F5', false], f12: ['F12', false] } as const;
    for (const [name, [key, ctrlKey]] of Object.entries(keys))
      outcome[name] = !document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
    outcome['wheel zoom'] = !document.body.dispatchEvent(new WheelEvent('wheel', { ctrlKey: true, bubbles: true, cancelable: true }));
    const touch = (identifier: number) => new Touch({ identifier, target: document.body });
    const pinch = new TouchEvent('touchmove', { touches: [touch(1), touch(2)], bubbles: true, cancelable: true });
    outcome['pinch'] = !document.body.dispatchEvent(pinch);
    outcome['new window'] = window.open('/') === null;
    return outcome;
  });
  expect(Object.entries(prevented).filter(([, stopped]) => !stopped)).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.body).userSelect)).toBe('none');
  await expect(page.locator('meta[http-equiv=Content-Security-Policy]')).toHaveAttribute('content', /^default-src 'self';/);
});

for (const mode of [undefined, '高对比', '大字']) {
  test(`no page has a barrier that can be found by rule, ${mode ?? '标准'}`, async ({ page }) => {
    await page.setViewportSize({ width: 1080, height: 1920 });
    if (mode) {
      await page.goto('/');
      await page.getByRole('button', { name: mode }).click();
    }
    for (const path of layouts.filter((layout) => layout !== '/attract/' || !mode)) {
      await page.goto(path);
      // Pinching is what a machine for all must not allow; it has its own large type.
      const { violations } = await new AxeBuilder({ page }).disableRules('meta-viewport').analyze();
      expect(
        violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`)),
        path,
      ).toEqual([]);
      if (path === '/attract/') await page.goto('/');
    }
  });
}

test('the code on a record is that of its public address', async ({ page }) => {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await page.goto('/risks/mz-x-ruhu/');
    const { data, info } = await sharp(await page.locator('.kiosk-code svg').screenshot())
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe('https://linxi.example/zwgk/wgk/risks/mz-x-ruhu/');
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('tiles, lists and records work, and the pad says where to look instead', async ({ page }) => {
    await page.goto('/attract/');
    await page.locator('#start').click();
    await expect(page.getByRole('button', { name: '返回' })).toBeHidden();
    await page.getByRole('link', { name: '按拼音首字母查' }).click();
    await expect(page.locator('.pad')).toBeHidden();
    await page.getByRole('link', { name: '权力公开' }).click();
    await page.locator('.records a').first().click();
    await expect(page.locator('.page-title .kind')).toContainText('权力');
  });
});

/** A machine with a Chinese voice, which writes down what it is given to say: a browser without a screen has no voice. */
function voice(): void {
  const said: string[] = [];
  const speech = {
    said,
    speaking: false,
    getVoices: () => [{ lang: 'zh-CN', localService: true }],
    speak: ({ text }: { text: string }) => said.push(text),
    cancel: () => undefined,
    addEventListener: () => undefined,
  };
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {
    value: class {
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  });
}

test('read aloud, a page is said from beginning to end, everything that is seen and nothing twice', async ({ page }) => {
  await page.addInitScript(voice);
  for (const layout of ['/powers/mz-dibao/', '/flows/mz-f-dibao/', '/units/minzheng/', '/rules/mz-r-dibao/', '/supervision/']) {
    await page.goto(layout);
    await page.getByRole('button', { name: '朗读' }).click();
    const { said, seen } = await page.evaluate(() => {
      const main = document.getElementById('main') as HTMLElement;
      for (const part of main.querySelectorAll('nav, button, svg, [aria-hidden="true"]')) part.remove();
      const { said: passages } = window.speechSynthesis as unknown as { said: string[] };
      return { said: passages.join(''), seen: main.innerText };
    });
    expect(said.replace(/\s/g, ''), layout).toBe(seen.replace(/\s/g, ''));
  }
});
