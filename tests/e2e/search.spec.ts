// What a citizen relies on when searching: everyday words lead to the record, from the box on any page, under any address.
import { expect, type Page, type Route, test } from '@playwright/test';

/** All that was asked has been answered. */
const settled = (page: Page) => expect(page.locator('#search')).not.toHaveAttribute('data-busy');

for (const root of ['/', '/zwgk/wgk/']) {
  test(`under ${root}: words typed on the home page lead to the record`, async ({ page }) => {
    await page.goto(root);
    await page.getByRole('searchbox').fill('低保');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${root}search/\\?q=`));
    await expect(page.getByRole('status')).toContainText(/找到 \d+ 条/);
    await page.locator('#results').getByRole('link', { name: '最低生活保障审核确认', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${root}powers/mz-dibao/$`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('最低生活保障审核确认');
    await page.getByRole('navigation', { name: '当前位置' }).getByRole('link', { name: '首页' }).click();
    await expect(page).toHaveURL(new RegExp(`${root}$`));
  });
}

test('the box on every page searches too', async ({ page }) => {
  await page.goto('/units/caizheng/');
  await page.getByRole('searchbox', { name: '站内查询' }).fill('国库集中支付');
  await page.keyboard.press('Enter');
  await expect(page.locator('#results').getByRole('link').first()).toContainText('支付');
});

test('what was found is marked in an excerpt of the true text', async ({ page }) => {
  await page.goto('/search/?q=入户调查');
  const first = page.locator('#results li').first();
  await expect(first.locator('mark').first()).toHaveText(/入户调查/);
});

test('results come while typing, and the address can be passed on', async ({ page }) => {
  await page.goto('/search/');
  await page.getByLabel('查什么').pressSequentially('宅基地');
  await expect(page.getByRole('status')).toContainText(/找到 \d+ 条/);
  await expect(page).toHaveURL(/q=%E5%AE%85/);
  const found = await page.getByRole('status').innerText();
  await page.reload();
  await expect(page.getByRole('status')).toHaveText(found);
});

test('results can be narrowed by kind and level, and the address says so', async ({ page }) => {
  await page.goto('/search/?q=低保');
  await expect(page.getByRole('status')).toContainText(/找到 \d+ 条/);
  await page.getByText('缩小范围').click();
  await page.getByLabel('类别').selectOption('风险');
  await expect(page).toHaveURL(/kind=/);
  await settled(page);
  for (const tag of await page.locator('#results .tag').allTextContents()) expect(tag).toBe('风险');
  await page.getByLabel('风险等级').selectOption('高');
  await settled(page);
  await expect(page.locator('#results .about').first()).toContainText('高风险');
  for (const about of await page.locator('#results .about').allInnerTexts()) expect(about).toContain('高风险');
});

test('an article is found by Arabic numerals', async ({ page }) => {
  await page.goto('/search/?q=行政许可法第32条');
  await expect(page.getByRole('status')).toContainText(/找到 \d+ 条/);
});

test('nothing found: it says so and shows the ways on', async ({ page }) => {
  await page.goto('/search/?q=龘靐齉爩');
  await expect(page.getByRole('status')).toHaveText('没有找到与“龘靐齉爩”有关的内容。');
  await expect(page.locator('#nothing').getByRole('link', { name: '按单位查' })).toBeVisible();
});

test('more results follow, and the keyboard goes on at the first new one', async ({ page }) => {
  await page.goto('/search/?q=县');
  await expect(page.locator('#results li')).toHaveCount(10);
  await page.getByRole('button', { name: '显示更多' }).press('Enter');
  await expect(page.locator('#results li')).toHaveCount(20);
  await expect(page.locator('#results li').nth(10).getByRole('link')).toBeFocused();
});

test('a query is text, never markup', async ({ page }) => {
  await page.goto(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>低保')}`);
  await expect(page.getByRole('status')).not.toHaveText(/^$/);
  await expect(page.locator('main img')).toHaveCount(0);
});

test('each choice of a filter says how many results it leaves', async ({ page }) => {
  await page.goto('/search/?q=低保');
  await page.getByText('缩小范围').click();
  const risks = page.getByLabel('类别').locator('option[value=风险]');
  await expect(risks).toHaveText(/风险（\d+）/);
  const count = /\d+/.exec((await risks.textContent()) ?? '')?.[0];
  await page.getByLabel('类别').selectOption('风险');
  await expect(page.getByRole('status')).toContainText(`找到 ${count} 条`);
});

test('suggestions come while typing, are chosen with the keys, and Escape gives back what was typed', async ({ page }) => {
  await page.goto('/search/');
  const box = page.getByLabel('查什么');
  await box.pressSequentially('临时救');
  const options = page.getByRole('option');
  await expect(options.first()).toContainText('临时救');
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await box.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  const id = await options.first().getAttribute('id');
  await expect(box).toHaveAttribute('aria-activedescendant', id ?? '');
  await expect(box).toHaveValue(await options.first().innerText());
  await box.press('Escape');
  await expect(box).toHaveValue('临时救');
  await expect(page.getByRole('listbox')).toBeHidden();
});

test('on any page, a box that is entered suggests, also from pinyin, and a choice leads to the results', async ({ page }) => {
  await page.goto('/zwgk/wgk/units/caizheng/');
  await page.getByRole('searchbox', { name: '站内查询' }).focus();
  const box = page.getByRole('combobox', { name: '站内查询' });
  await box.pressSequentially('gkjzzf');
  await page.getByRole('option').filter({ hasText: '国库集中支付' }).first().click();
  await expect(page).toHaveURL(/\/zwgk\/wgk\/search\/\?q=/);
  await expect(page.locator('#results').getByRole('link').first()).toContainText('国库集中支付');
});

test('the back button leads to the search before, and to as many results as were shown', async ({ page }) => {
  await page.goto('/search/?q=宅基地');
  await page.getByRole('button', { name: '显示更多' }).click();
  await expect(page.locator('#results li')).toHaveCount(20);
  await page.locator('#results').getByRole('link').nth(15).click();
  await expect(page).not.toHaveURL(/search/);
  await page.goBack();
  await expect(page.locator('#results li')).toHaveCount(20);
  await page.getByLabel('查什么').fill('临时救助');
  await page.getByRole('button', { name: '查询' }).click();
  await settled(page);
  await page.goBack();
  await expect(page.getByLabel('查什么')).toHaveValue('宅基地');
});

test('a slip is understood, and the page says what was looked for', async ({ page }) => {
  await page.goto('/search/?q=国库集中只付');
  await expect(page.getByRole('status')).toContainText('没有找到“国库集中只付”，您要查的可能是“国库集中支付”');
  await expect(page.locator('#others').getByRole('link').first()).toBeVisible();
});

test('when the worker does not run, titles are searched, and the page says so', async ({ page }) => {
  await page.route(/\/worker-[^/]*\.js$/, (route) => route.abort());
  await page.goto('/search/?q=最低生活保障');
  await expect(page.getByRole('status')).toContainText('只查了标题和俗称');
  await expect(page.locator('#results').getByRole('link').first()).toContainText('最低生活保障');
});

/** Each file of the search fails as many times as said. */
async function failing(page: Page, files: RegExp, how: (route: Route) => Promise<void>, times = Number.POSITIVE_INFINITY): Promise<void> {
  const asked = new Map<string, number>();
  await page.route(files, async (route) => {
    const url = route.request().url();
    const count = (asked.get(url) ?? 0) + 1;
    asked.set(url, count);
    await (count <= times ? how(route) : route.continue());
  });
}
const failures: Record<string, (route: Route) => Promise<void>> = {
  'does not come': (route) => route.abort('connectionreset'),
  'is gone': (route) => route.fulfill({ status: 404, body: '' }),
  'is a page to log in': (route) => route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: '<h1>Wi-Fi</h1>' }),
};

test('a file of the index that comes at the second try is missed by nobody', async ({ page }) => {
  await page.goto('/search/?q=宅基地 公示');
  await settled(page);
  const whole = await page.getByRole('status').innerText();
  await failing(page, /\.pf_(?:index|fragment)$/, (route) => route.abort('connectionreset'), 1);
  await page.reload();
  await settled(page);
  await expect(page.getByRole('status')).toHaveText(whole);
});

for (const [what, how] of Object.entries(failures)) {
  for (const files of [/\.pf_index$/, /\.pf_fragment$/, /wasm\.unknown\.pagefind$/]) {
    test(`when a file (${files.source}) ${what}, nothing is called not found: titles are searched, and all again when it comes`, async ({
      page,
    }) => {
      await failing(page, files, how);
      await page.goto('/search/?q=宅基地');
      await expect(page.getByRole('status')).toContainText('只查了标题和俗称');
      await expect(page.locator('#results').getByRole('link').first()).toContainText('宅基地');
      await page.unroute(files);
      // The same pages again.
      await page.getByLabel('查什么').fill('宅基地 申请');
      await expect(page.getByRole('status')).toHaveText(/^找到 \d+ 条/);
      await expect(page.locator('#results mark').first()).toHaveText(/^(?:宅基地|申请)/);
    });
  }
}

test('what was typed last is what is answered', async ({ page }) => {
  await page.goto('/search/');
  const box = page.getByLabel('查什么');
  for (const query of ['县', '审批', '宅基地']) await box.fill(query);
  await settled(page);
  await expect(page.locator('#results mark').first()).toHaveText('宅基地');
});

/** A network that is slow: pages found are not sent, but for the first few, until it goes on. */
async function slowNetwork(page: Page, first = 0): Promise<{ goOn(): void }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let sent = 0;
  await page.route(/\.pf_fragment$/, async (route) => {
    sent += 1;
    if (sent > first) await promise;
    await route.continue();
  });
  return { goOn: resolve };
}

const topOf = (page: Page) => page.locator('#results').evaluate((list) => list.getBoundingClientRect().top + scrollY);

test('on a slow network a line says that the search goes on, and what stands there stays until results come', async ({ page }) => {
  await page.goto('/search/?q=宅基地');
  await settled(page);
  const [first, top] = [await page.locator('#results').innerText(), await topOf(page)];
  const progress = () => page.locator('.progress').evaluate((line) => getComputedStyle(line, '::before').content !== 'none');
  expect(await progress()).toBe(false);
  const network = await slowNetwork(page);
  const held = page.waitForRequest(/\.pf_fragment$/);
  await page.getByLabel('查什么').fill('入户调查');
  await held;
  expect(await progress()).toBe(true);
  await expect(page.locator('#results')).toHaveText(first, { useInnerText: true });
  network.goOn();
  await settled(page);
  await expect(page.locator('#results mark').first()).toHaveText('入户调查');
  expect(await progress()).toBe(false);
  expect(await topOf(page)).toBe(top);
});

test('the first ten results are shown while the others still come, and stay where they are', async ({ page }) => {
  // On a phone the line above them is longer than one.
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/search/?q=国库集中只付');
  await page.getByRole('button', { name: '显示更多' }).click();
  await expect(page.locator('#results li')).toHaveCount(20);
  await settled(page);
  await page.locator('#results').getByRole('link').nth(15).click();
  await expect(page).not.toHaveURL(/search/);
  const network = await slowNetwork(page, 10);
  await page.goBack();
  await expect(page.locator('#results li')).toHaveCount(10);
  const [first, top] = [await page.locator('#results li').allInnerTexts(), await topOf(page)];
  network.goOn();
  await expect(page.locator('#results li')).toHaveCount(20);
  await settled(page);
  expect((await page.locator('#results li').allInnerTexts()).slice(0, 10)).toEqual(first);
  expect(await topOf(page)).toBe(top);
});
