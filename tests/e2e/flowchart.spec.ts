// What a citizen relies on at a flow's page: drawing and list say the same, the drawing can be read on every medium, and each part of
// it leads on.
import { glob } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';

const dibao = '/flows/mz-f-dibao/';

/** Addresses of all flow pages that have a chart; a withdrawn flow has none. */
const allFlows = async () =>
  (await Array.fromAsync(glob('flows/*/control/index.html', { cwd: '.build/site' })))
    .map((file) => `/${file.replace('control/index.html', '')}`)
    .sort();

test('a reader of the list learns everything that the drawing says, in every flow of the county', async ({ page }) => {
  const flows = await allFlows();
  expect(flows.length).toBeGreaterThan(150);
  await page.goto('/flows/');
  const missing = await page.evaluate(async (addresses) => {
    const lost: string[] = [];
    for (const address of addresses) {
      const html = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
      const drawing = html.querySelector('#drawing');
      const step = (number: string) => html.querySelectorAll('.steps > .step')[Number(number) - 1];
      const says = (number: string, words: string) => {
        const plain = (text: string) => text.replace(/[\s：]/g, '');
        if (!plain(step(number)?.textContent ?? '').includes(plain(words))) lost.push(`${address} step ${number}: ${words}`);
      };
      const boxes = [...(drawing?.querySelectorAll('.box') ?? [])];
      if (boxes.length < 2 || boxes.length !== html.querySelectorAll('.steps > .step').length)
        lost.push(`${address}: ${boxes.length} boxes`);
      for (const box of boxes) {
        const name = [...box.querySelectorAll('.name text')].map((line) => line.textContent).join('');
        const number = /^\d+/.exec(name)?.[0] ?? '';
        if (box.getAttribute('href') !== `#${step(number)?.id}`) lost.push(`${address}: box ${number} leads elsewhere`);
        says(number, name.slice(number.length));
        says(
          number,
          [...box.querySelectorAll(':scope > text')]
            .map((line) => line.textContent)
            .join('')
            .replace(/时限.*/, ''),
        );
        says(number, /时限.*/.exec([...box.querySelectorAll(':scope > text')].map((line) => line.textContent).join(''))?.[0] ?? '');
        const kind = { decision: '判断', parallel: '并联', start: '开始', end: '结束' }[box.getAttribute('data-kind') ?? ''];
        if (kind) says(number, kind);
        for (const mark of box.parentElement?.querySelectorAll('.mark') ?? []) {
          const [, riskNumber, level = '', title = '?'] =
            /^风险点(\d+)，(.+?)(?:风险)?：(.*)$/.exec(mark.getAttribute('aria-label') ?? '') ?? [];
          says(number, `${level}风险${riskNumber}`);
          says(number, title);
          if (mark.textContent !== `${level.slice(0, 1)}${riskNumber}`)
            lost.push(`${address}: mark ${mark.textContent} is ${level}${riskNumber}`);
        }
      }
      const sentences: string[] = [];
      for (const arrow of drawing?.querySelectorAll('[data-arrow]') ?? []) {
        const [from = '', to = ''] = arrow.getAttribute('data-arrow')?.split('-') ?? [];
        const sentence = [...(step(from)?.querySelectorAll('.arrows a') ?? [])].find(
          (link) => link.getAttribute('href') === `#${step(to)?.id}`,
        );
        if (sentence) sentences.push(sentence.textContent ?? '');
        // Without a sentence the list goes on to the next number.
        else if (Number(to) !== Number(from) + 1 || step(from)?.querySelector('.arrows')) lost.push(`${address}: arrow ${from}-${to}`);
        if (arrow.classList.contains('back') !== /回到/.test(sentence?.textContent ?? '')) lost.push(`${address}: return ${from}-${to}`);
      }
      for (const label of drawing?.querySelectorAll('.label') ?? []) {
        const parts = [...label.querySelectorAll('text')]
          .map((line) => line.textContent)
          .join('')
          .replace(/）$/, '')
          .split('（');
        if (!sentences.some((sentence) => parts.every((part) => sentence.includes(part))))
          lost.push(`${address}: label ${parts.join('|')}`);
      }
    }
    return lost;
  }, flows);
  expect(missing).toEqual([]);
});

test('the text of a chart stays within its boxes, and as wide as was reckoned', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const flow of (await allFlows()).filter((_, index) => index % 12 === 0)) {
    await page.goto(flow);
    const tooWide = await page.locator('#drawing .box').evaluateAll((boxes) =>
      boxes.flatMap((box) => {
        const shape = (box.firstElementChild as SVGGraphicsElement).getBBox();
        return [...box.querySelectorAll('text')]
          .map((text) => ({ text: text.textContent, box: text.getBBox() }))
          .filter(({ box: area }) => area.width > shape.width - 16 || area.y < shape.y || area.y + area.height > shape.y + shape.height + 2)
          .map(({ text }) => text);
      }),
    );
    expect(tooWide, flow).toEqual([]);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('on a wide screen the chart is open; on a phone the list leads and the chart opens by a touch', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(dibao);
    await expect(page.locator('#chart-1')).toBeVisible();
    await expect(page.getByText('打开流程图')).toBeHidden();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.locator('#chart-1')).toBeHidden();
    await page.getByText('打开流程图').click();
    await expect(page.locator('#chart-1')).toBeVisible();
  });
});

test('box and list lead to each other and light up; a mark leads to its risk, and the 防控图 to its measures', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(dibao);
  await page.locator('#chart-7').click({ position: { x: 20, y: 20 } });
  await expect(page).toHaveURL(/#step-visit$/);
  await expect(page.locator('#step-visit:target')).toBeInViewport();
  await page.getByRole('link', { name: '图中第7步' }).click();
  await expect(page.locator('#chart-7:target')).toBeInViewport();
  await page.getByRole('link', { name: '廉政风险防控图' }).click();
  await expect(page).toHaveURL(/\/flows\/mz-f-dibao\/control\/$/);
  await page.locator('.control-measures a').first().click();
  await expect(page).toHaveURL(/\/measures\//);
  await page.goto(dibao);
  await page.locator('#drawing .mark').first().click();
  await expect(page).toHaveURL(/\/risks\//);
});

test('on a phone a number in the list opens the folded chart at its box', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(dibao);
  await page.getByRole('link', { name: '图中第12步' }).click();
  await expect(page.locator('#chart-12')).toBeVisible();
});

test('on paper: the list, then the drawing sheet by sheet, each with the heads of the lanes, and nothing of it lost', async ({ page }) => {
  await page.goto(dibao);
  const names = await page.locator('.steps h3').evaluateAll((heads) => heads.map((head) => head.firstChild?.textContent ?? ''));
  const document = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })));
  const { text } = await extractText(document);
  const plain = text.map((content) => content.normalize('NFKC').replace(/\s/g, ''));
  const sheets = plain.filter((content) => /第\d张.共\d张/.test(content));
  expect(sheets.length).toBeGreaterThan(1);
  for (const sheet of sheets) expect(sheet).toMatch(/申请家庭.*县.政局/);
  // Each step is on one sheet whole. A PDF may hold the radical ⻬ for 齐, so a radical stands for any character.
  for (const [index, name] of names.entries()) {
    const written = [...`${index + 1}${name}`.normalize('NFKC').replace(/\s/g, '')]
      .map((char) => `(?:${RegExp.escape(char)}|[⺀-⿕戶])`)
      .join('');
    expect(sheets.join('\n'), `step ${index + 1}`).toMatch(new RegExp(written));
  }
  expect(plain.indexOf(sheets[0] ?? '')).toBeGreaterThan(plain.findIndex((content) => content.includes('办理步骤')));
});
