// What a citizen relies on when reading: the way from a power to its rule and back, without script, on a phone, in every mode.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

/** One page of every layout of the web channel. */
const layouts = {
  home: '/',
  list: '/risks/',
  'narrowed list': '/powers/by-unit/minzheng/',
  units: '/units/',
  unit: '/units/minzheng/',
  power: '/powers/mz-dibao/',
  flow: '/flows/mz-f-dibao/',
  'control chart': '/flows/mz-f-dibao/control/',
  rule: '/rules/mz-r-dibao/',
  risk: '/risks/mz-x-ruhu/',
  laws: '/laws/',
  law: '/laws/shehui-jiuzhu-fa/',
  coverage: '/coverage/',
  changes: '/changes/',
  supervision: '/supervision/',
  notices: '/notices/',
  notice: '/notices/gonggao-2026-jidu3/',
  withdrawn: '/powers/mz-nongdibao/',
  search: '/search/',
  prose: '/pages/about/',
  '404': '/404.html',
};

const modes = [{}, { theme: 'dark' }, { theme: 'contrast' }, { mode: 'elder' }, { theme: 'contrast', mode: 'elder' }];

/** Presses the buttons of the top bar until the page is in exactly this mode. */
async function setMode(page: Page, mode: { theme?: string; mode?: string }): Promise<void> {
  for (const button of await page.locator('button[data-set]').all()) {
    const [set, value, pressed] = await Promise.all(['data-set', 'data-value', 'aria-pressed'].map((name) => button.getAttribute(name)));
    const wanted = (mode as Record<string, string>)[set ?? ''] === value;
    if (wanted !== (pressed === 'true')) await button.click();
  }
}

test('from a power to its flow, risk, measure and rule, and back to the power', async ({ page }) => {
  await page.goto('/powers/mz-dibao/');
  const power = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('link', { name: '查看每一步的材料、要求和您的权利' }).click();
  await expect(page).toHaveURL(/\/flows\//);
  await page.getByRole('list', { name: '本环节的风险点' }).first().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/risks\//);
  await page.locator('#measures').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/measures\//);
  await page.locator('#rules').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/rules\//);
  await expect(page.locator('.prose')).toContainText('第一条');
  await page.locator('#powers').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/powers\//);
  await page.goto('/powers/mz-dibao/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(power);
});

test('a mode is kept from page to page and can be given up again', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: '长者模式' }).click();
  await page.goto('/units/');
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'elder');
  await page.getByRole('button', { name: '长者模式', pressed: true }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-mode');
});

test('by keyboard alone: the first stop skips to the text', async ({ page }) => {
  await page.goto('/units/minzheng/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
});

test('nothing is asked of another site, and nothing breaks the page’s own policy', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '')) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  for (const path of ['/', '/units/minzheng/', '/powers/mz-dibao/', '/search/?q=%E4%BD%8E%E4%BF%9D']) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
  }
  expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  for (const [name, path] of Object.entries(layouts)) {
    test(`the ${name} page can be read`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(40);
    });
  }

  test('the search page offers the lists instead', async ({ page }) => {
    await page.goto('/search/');
    await expect(page.getByText('查询需要浏览器启用脚本')).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: '风险公开' })).toBeVisible();
    await expect(page.locator('#search')).toBeHidden();
  });

  test('on a phone the menu opens', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/');
    await page.getByText('菜单').click();
    await page.locator('.menu').getByRole('link', { name: '单位' }).click();
    await expect(page).toHaveURL(/\/units\/$/);
  });
});

for (const [name, path] of Object.entries(layouts)) {
  test(`the ${name} page has no fault that axe can find, in any mode, wide or narrow, and never scrolls sideways`, async ({ page }) => {
    await page.goto(path);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const mode of modes) {
        await setMode(page, mode);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        const where = `${path} ${width} ${JSON.stringify(mode)}`;
        expect(
          violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .slice(0, 3)
                .map(({ target }) => target.join(' '))
                .join(', ')}`,
          ),
          where,
        ).toEqual([]);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect.soft(sideways, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
      }
    }
  });
}

test('axe is awake: a page with a picture without words and pale text is refused', async ({ page }) => {
  await page.goto('/pages/about/');
  await page.evaluate(() => {
    const main = document.querySelector('main');
    if (main) main.innerHTML += '<img src="/icon.svg"><p style="color:#ddd">看不清</p>';
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map(({ id }) => id)).toContain('image-alt');
});
