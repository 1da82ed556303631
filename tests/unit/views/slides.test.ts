import { expect, test } from 'vitest';
import { crawlLines, ledLines, readOutScript } from '../../../src/channels/screen/texts.ts';
import { disclosed } from '../../../src/model/disclosed.ts';
import { resolve } from '../../../src/model/resolve.ts';
import { readCountyFolder } from '../../../src/reading/county-folder.ts';
import { sentences, shortLines } from '../../../src/views/short-lines.ts';
import { slideChain } from '../../../src/views/slide-chain.ts';
import { screenView } from '../../../src/views/slides.ts';
import { canary, type Damage, playlist, withDamage } from '../../county.ts';

/** The small county with a playlist, and what its screen shows. */
const screen = (...damage: Damage[]) =>
  withDamage([playlist, ...damage], async (folder) => {
    const county = resolve(disclosed((await readCountyFolder(folder)).entries));
    const [found] = county.playlists;
    if (!found) throw new Error('no playlist');
    return { county, view: screenView(county, found) };
  });

test('every kind of slide, in the order of the playlist; what is withheld or withdrawn is not there, nor is its number', async () => {
  const { view } = await screen();
  expect(view.slides.map(({ number, kind, title, sub, href }) => [number, kind, title, sub, href])).toEqual([
    [1, 'counts', '小样县已经公开', '2个单位，内容截至2026年11月1日', '/coverage/'],
    [2, 'unit', '小样县民政局', '民生', '/units/minzheng/'],
    [3, 'power', '最低生活保障审核确认', '县民政局　行政给付', '/powers/dibao/'],
    [4, 'flow', '低保审核确认流程', '从申请到发证', '/flows/dibao-liucheng/'],
    [5, 'risk', '入户调查走过场', '县民政局　业务流程', '/risks/ruhu-zouguochang/'],
    [6, 'changes', '近期变更', undefined, '/changes/'],
    [7, 'notice', '关于公开第二季度检查情况的公告', '县民政局　2026年7月2日', '/notices/gonggao-1/'],
    [8, 'notice', '公告', undefined, '/notices/'],
    [9, 'feedback', '低保为什么要入户两次', '县民政局　2026年5月12日答复', '/supervision/'],
    [10, 'feedback', '群众意见和答复', undefined, '/supervision/'],
    [11, 'phone', '发现问题，请您监督', undefined, '/pages/report/'],
  ]);
  expect(JSON.stringify(view)).not.toContain(canary);
});

test('a slide says in items what its page says at length, and how long it stays', async () => {
  const { view } = await screen();
  const slide = (kind: string) => view.slides.find((item) => item.kind === kind);
  expect(slide('counts')?.parts).toEqual([
    {
      form: 'numbers',
      items: [
        { label: '权力', text: '3', counter: '项' },
        { label: '责任', text: '3', counter: '项' },
        { label: '流程', text: '1', counter: '个' },
        { label: '制度', text: '2', counter: '项' },
        { label: '风险点', text: '2', counter: '个' },
        { label: '防控措施', text: '2', counter: '项' },
      ],
    },
  ]);
  expect(slide('power')).toEqual({
    number: 3,
    kind: 'power',
    title: '最低生活保障审核确认',
    sub: '县民政局　行政给付',
    level: undefined,
    href: '/powers/dibao/',
    seconds: 20,
    until: undefined,
    parts: [
      {
        form: 'facts',
        items: [
          { label: '办结时限', text: '20个工作日' },
          { label: '办理环节', text: '5个' },
          { label: '风险点', text: '高1个、低1个' },
          { label: '责任岗位', text: '社会救助股股长' },
          { label: '设定依据', text: '《社会救助暂行办法》第十一条第一款' },
          { label: '监督电话', text: '0000-8600001' },
        ],
      },
    ],
    lines: [
      '最低生活保障审核确认',
      '办结时限：20个工作日',
      '办理环节：5个',
      '风险点：高1个、低1个',
      '责任岗位：社会救助股股长',
      '设定依据：《社会救助暂行办法》第十一条第一款',
      '监督电话：0000-8600001',
    ],
  });
  expect(slide('flow')?.parts[0]?.items).toEqual([
    { step: 1, text: '提出申请', note: '申请家庭' },
    { step: 2, text: '材料是否齐全？', note: '县民政局', label: '当场' },
    { step: 4, text: '入户调查', note: '县民政局', label: '10个工作日' },
    { step: 5, text: '确认并发证', note: '县民政局', label: '3个工作日' },
  ]);
  expect(slide('risk')?.level).toEqual({ name: 'high', word: '高' });
  expect(slide('risk')?.lines).toEqual([
    '高风险：入户调查走过场',
    '怎样发生：不到现场就填写调查表，收入靠估',
    '怎样防住：双人入户当场签字（社会救助股股长）',
    '按比例抽查（社会救助股股长）',
  ]);
  expect(slide('notice')?.until).toBe('2026-12-01');
  expect(view.slides.at(-1)?.parts[0]?.items.map(({ label, text }) => [label, text])).toEqual([
    ['县民政局监督电话', '0000-8600001'],
    ['举报电话', '12388'],
    ['便民热线', '12345'],
  ]);
});

test('where there is nothing to see there is no slide', async () => {
  const { view } = await screen({ file: 'notices/gonggao-1.mdx', delete: true }, { file: 'supervision/feedback.yml', delete: true });
  expect(view.slides.map(({ kind }) => kind)).toEqual(['counts', 'unit', 'power', 'flow', 'risk', 'changes', 'phone']);
});

test('the chain for players without script shows every item once, and leads round', async () => {
  const { view } = await screen();
  const chain = slideChain(view);
  const items = (slides: typeof view.slides) =>
    slides.flatMap(({ number, parts }) => parts.flatMap((part) => part.items.map((item) => [number, item])));
  expect(items(chain.map(({ slide }) => slide))).toEqual(items(view.slides));
  expect(chain.every(({ slide }) => items([slide]).length <= 3)).toBe(true);
  expect(chain.map(({ next }) => next)).toEqual([...chain.slice(1).map(({ href }) => href), '/screen/ping/1/']);
});

test('a text is broken after punctuation, then between words, never beyond 40 characters, and nothing of it is lost', () => {
  const long = '今后每次到店先扫码并出示检查通知单，写明事由；没有通知单、不扫码的，您可以拒绝并拨打0000-8630019。';
  expect(shortLines(long)).toEqual(['今后每次到店先扫码并出示检查通知单，写明事由；没有通知单、不扫码的', '您可以拒绝并拨打0000-8630019']);
  const unbroken = `${'县'.repeat(38)}《流程》图`;
  expect(shortLines(unbroken).every((line) => line.length <= 40)).toBe(true);
  expect(shortLines(unbroken).join('')).toBe(unbroken);
  expect(shortLines(unbroken)[1]).toMatch(/^《流程》/);
  expect(shortLines('。')).toEqual([]);
  expect(sentences('先看公示。再核账户！“不收费。”他说；到账')).toEqual(['先看公示。', '再核账户！', '“不收费。”', '他说；', '到账']);
});

test('crawl lines hold 40 characters, LED text has a line for each slide, the script is to be read out; all say that they are a demonstration', async () => {
  const { county, view } = await screen();
  const crawl = crawlLines(county.site, view);
  expect(crawl.filter((line) => line.length > 40)).toEqual([]);
  expect(crawl.slice(0, 3)).toEqual(['测试数据，均为虚构', '小样县已经公开', '权力3项，责任3项，流程1个，制度2项，风险点2个，防控措施2项']);
  expect(ledLines(county.site, view)).toHaveLength(1 + view.slides.length);
  const script = readOutScript(county.site, view);
  expect(script.slice(0, 2)).toEqual(['大厅屏　口播稿', '测试数据，均为虚构。']);
  expect(script.find((line) => line.startsWith('【5】'))).toBe(
    '【5】高风险：入户调查走过场。县民政局，业务流程。怎样发生：不到现场就填写调查表，收入靠估。怎样防住：双人入户当场签字，社会救助股股长。按比例抽查，社会救助股股长。',
  );
});
