// What a citizen relies on when searching: everyday words lead to the record, from the box on any page, under any address.
import { expect, test } from '@playwright/test';

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
  await page.getByLabel('类别').selectOption('风险');
  await expect(page).toHaveURL(/kind=/);
  await expect(page.getByRole('status')).toContainText(/找到 \d+ 条/);
  for (const tag of await page.locator('#results .tag').allTextContents()) expect(tag).toBe('风险');
  await page.getByLabel('风险等级').selectOption('高');
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
  await expect(page.locator('#results li')).toHaveCount(20);
  await page.getByRole('button', { name: '显示更多' }).press('Enter');
  await expect(page.locator('#results li')).toHaveCount(40);
  await expect(page.locator('#results li').nth(20).getByRole('link')).toBeFocused();
});

test('a query is text, never markup', async ({ page }) => {
  await page.goto(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>低保')}`);
  await expect(page.getByRole('status')).not.toHaveText(/^$/);
  await expect(page.locator('main img')).toHaveCount(0);
});
