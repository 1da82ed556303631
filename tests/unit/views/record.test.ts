import { expect, test } from 'vitest';
import type { DisclosedRecord } from '../../../src/model/county.ts';
import { disclosed } from '../../../src/model/disclosed.ts';
import { resolve } from '../../../src/model/resolve.ts';
import { readCountyFolder } from '../../../src/reading/county-folder.ts';
import { recordView } from '../../../src/views/record.ts';
import type { RecordView } from '../../../src/views/record-view.ts';
import { plain } from '../../../src/views/wording.ts';
import { publicSmallCounty, withDamage } from '../../county.ts';

async function viewOf(kind: DisclosedRecord['kind'], id: string): Promise<RecordView> {
  const { records } = await publicSmallCounty();
  const record = (records[kind] as DisclosedRecord[]).find((item) => item.id === id);
  if (!record) throw new Error(`${kind} ${id}`);
  return recordView(record);
}

/** A page in outline: its sections with what stands in them. */
function outline({ sections }: RecordView): string[] {
  return sections.flatMap(({ numeral, title, body }) =>
    body.map((part) => {
      const says = (() => {
        switch (part.type) {
          case 'fields':
            return part.fields.map(({ label, lines }) => `${label}=${lines.map(plain).join('|')}`);
          case 'records':
            return part.records.map(({ text }) => text);
          case 'responsibilities':
            return part.responsibilities.map(({ stage }) => stage);
          case 'flow':
          case 'chart':
            return [part.flow.title];
          case 'risks':
            return part.risks.map(({ text, measures }) => `${text}→${measures.map((measure) => measure.text).join('|')}`);
          case 'measures':
            return part.measures.map(({ text, rules }) => `${text}→${rules.map((rule) => rule.text).join('|')}`);
          case 'items':
            return part.items;
          case 'prose':
            return part.text;
        }
      })();
      return `${numeral ?? ''}${title}：${says.join('；')}`;
    }),
  );
}

test('五公开一页清: a power shows its five disclosures, numbered, each linked on', async () => {
  const view = await viewOf('power', 'dibao');
  expect(outline(view)).toEqual([
    '一权力：设定依据=《社会救助暂行办法》第十一条第一款；实施主体=小样县民政局；责任岗位=社会救助股股长；行政相对人=申请家庭；承诺时限=20个工作日；办理条件=人均收入低于当地低保标准；救济渠道=可以申请行政复议。；编码=0012',
    '二责任：受理；决定',
    '三流程：低保审核确认流程',
    '四制度：低保审核确认实施细则',
    '五风险：入户调查走过场→双人入户当场签字|按比例抽查；窗口推诿→双人入户当场签字',
  ]);
  expect(view).toMatchObject({
    updated: '2026-10-08',
    changeNote: '承诺时限由25个工作日改为20个工作日',
    aliases: ['低保'],
    unit: { text: '县民政局', href: '/units/minzheng/' },
  });
});

test('a section with nothing in it is not there, and the others keep their numbers', async () => {
  expect(outline(await viewOf('power', 'daili-jizhang')).map((line) => line.split('：')[0])).toEqual(['一权力', '四制度']);
});

test('a risk says where it is, how it shows and what is done, and leads back to the power and the step', async () => {
  const view = await viewOf('risk', 'ruhu-zouguochang');
  expect(outline(view)).toEqual([
    '风险在哪里：表现形式=不到现场就填写调查表，收入靠估。；所涉权力=最低生活保障审核确认、特困人员认定；所在环节=低保审核确认流程第4步“入户调查”',
    '怎么防：双人入户当场签字→低保审核确认实施细则；按比例抽查→',
    '相关制度：低保审核确认实施细则',
  ]);
  expect(view.level).toEqual({ name: 'high', word: '高' });
  const [fields] = view.sections[0]?.body ?? [];
  expect(fields?.type === 'fields' && fields.fields[2]?.lines[0]).toEqual([
    { text: '低保审核确认流程第4步“入户调查”', href: '/flows/dibao-liucheng/#step-shouli' },
  ]);
});

test('rule, measure, flow, responsibility and post lead to what they belong to', async () => {
  expect(outline(await viewOf('rule', 'dibao-banfa'))).toEqual([
    '全文：第一章　总则；第一条　为规范低保审核确认，制定本细则。；第二条　入户调查由两人以上进行：；当场填写调查表；；当场签字。',
    '适用的权力：最低生活保障审核确认；特困人员认定',
    '据此落实的防控措施：双人入户当场签字',
  ]);
  expect(outline(await viewOf('measure', 'shuangren')).slice(1)).toEqual([
    '防控的风险：入户调查走过场；窗口推诿',
    '依据的制度：低保审核确认实施细则',
  ]);
  expect(outline(await viewOf('flow', 'dibao-liucheng'))).toEqual([
    '流程图：低保审核确认流程',
    '办理步骤：低保审核确认流程',
    '适用的权力：最低生活保障审核确认；特困人员认定',
  ]);
  expect(outline(await viewOf('responsibility', 'dibao-shouli'))).toEqual([
    '责任内容：责任内容=一次性告知需要补正的材料。；责任依据=《中华人民共和国行政许可法》第三十二条',
    '追责：追责情形=不一次性告知|超期不受理',
    '同一权力的其他责任：最低生活保障审核确认·决定责任',
  ]);
  expect(outline(await viewOf('post', 'guzhang')).map((line) => line.split('：')[0])).toEqual([
    '岗位职责',
    '监督',
    '参与行使的权力',
    '承担的责任',
    '岗位风险',
    '负责落实的措施',
  ]);
});

test('a fee says what it rests on', async () => {
  const fee = 'fee: { standard: 不收费, basis: [{ law: jiuzhu-banfa, article: 11 }] }';
  const { records } = await withDamage(
    [{ file: 'units/minzheng/powers.yml', replace: 'target: 申请家庭', by: `${fee}\n  target: 申请家庭` }],
    async (folder) => resolve(disclosed((await readCountyFolder(folder)).entries)),
  );
  const [power] = records.power.filter(({ id }) => id === 'dibao');
  expect(outline(recordView(power as DisclosedRecord))[0]).toContain('=不收费|依据：《社会救助暂行办法》第十一条；');
});
