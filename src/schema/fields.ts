// The fields that files of several kinds share: what a date, an identifier, a reference, a legal basis may look like.
// In: nothing. Out: zod schemas whose `.meta` carries the Chinese label (title), the meaning (description) and an example;
// error messages, page labels and the field reference all read them from there.
import { z } from 'zod';

/** The kinds of things a field can point at. */
export type ReferenceTarget =
  | 'unit'
  | 'post'
  | 'power'
  | 'responsibility'
  | 'flow'
  | 'rule'
  | 'risk'
  | 'measure'
  | 'law'
  | 'step'
  | 'notice'
  | 'feedback'
  | 'page';

/** Which schemas are references, and to what. `references.ts` walks it. */
export const referenceRegistry = z.registry<{ to: ReferenceTarget }>();

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Any text that says something: surrounding blanks go, nothing left is a fault. */
export const text = z.string().trim().min(1);

/** A short text for one line of a page or a plaque. Unit: characters. */
export const line = (max: number) => text.max(max);

/** Permanent identifier: lower-case letters, digits and single hyphens. Unique in its kind over the county, never reused. */
export const recordId = z
  .string()
  .regex(idPattern)
  .max(80)
  .meta({ title: '编号', description: '小写字母、数字和连字符；全县同类唯一，永不更改、永不重用', examples: ['dibao-shenhe'] });

/** A reference to a record of another kind, by its id. */
export const ref = (to: ReferenceTarget) => {
  const schema =
    to === 'step'
      ? z
          .string()
          .regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/)
          .meta({ examples: ['dibao/ruhu'] })
      : z
          .string()
          .regex(idPattern)
          .meta({ examples: ['dibao-shenhe'] });
  schema.register(referenceRegistry, { to });
  return schema;
};

/** A calendar day that exists, YYYY-MM-DD. */
export const isoDate = z.iso.date().meta({ examples: ['2026-11-20'] });

/** A date as precise as the document gives it: year, year and month, or day. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .meta({ examples: ['2024', '2024-05', '2024-05-06'] });

/** Telephone as printed: area code and number, or a short public number (12345, 12388). Mobile numbers are personal data. */
export const phone = z
  .string()
  .regex(/^(\d{3,4}-\d{7,8}(-\d{1,6})?|1\d{4}|0\d{2,3}-1\d{4})$/)
  .meta({ examples: ['0000-8620012', '12345'] });

const limitPattern = /^(?:(\d{1,4})\s*个?(工作日|自然日|日|天|小时|个月|月|年)|(即时|当场))$/;

/** A time limit as an office writes it: 20个工作日, 30日, 即时. */
export const limit = z
  .string()
  .trim()
  .regex(limitPattern)
  .meta({ examples: ['20个工作日', '30日', '即时'] });

/** One legal ground: a law registered in laws.yml, its article number, where needed the paragraph, where helpful the words. */
export const basis = z
  .strictObject({
    law: ref('law').meta({ title: '法律法规', description: 'laws.yml 中登记的编号', examples: ['shehui-jiuzhu-zanxing-banfa'] }),
    article: z
      .int()
      .min(1)
      .max(1300)
      .optional()
      .meta({ title: '条', description: '条文序号，用阿拉伯数字；整部适用时不写', examples: [12] }),
    clause: z
      .string()
      .regex(/^第[一二三四五六七八九十]+[款项](第[一二三四五六七八九十]+项)?$/)
      .optional()
      .meta({ title: '款、项', examples: ['第二款', '第一款第三项'] }),
    quote: text.optional().meta({ title: '原文', description: '照录条文原文，不得改写' }),
  })
  .meta({ title: '依据' });

/** 高 3, 中 2, 低 1, or not rated. 3 is always the gravest, whatever the office calls it. */
export const severity = z
  .union([z.literal(1), z.literal(2), z.literal(3), z.literal('unrated')])
  .meta({ title: '风险等级', description: '3＝高，2＝中，1＝低，unrated＝未评定', examples: [3] });
export type Severity = z.infer<typeof severity>;

/** Who may see a record. Anything but proactive-to-all is in no output (政府信息公开条例 §13–16). */
export const disclosure = z
  .strictObject({
    mode: z
      .enum(['proactive', 'on-request', 'withheld'])
      .meta({ title: '公开方式', description: 'proactive＝主动公开，on-request＝依申请公开，withheld＝不予公开' }),
    audience: z.enum(['全社会', '党内', '单位内部', '特定群体']).default('全社会').meta({ title: '公开范围' }),
    reason: z
      .enum(['条例第十四条', '条例第十五条', '条例第十六条'])
      .optional()
      .meta({ title: '不公开理由', description: '《政府信息公开条例》条款；不予公开的必须写' }),
    fields: z
      .array(z.string())
      .min(1)
      .optional()
      .meta({ title: '只限这些字段', description: '写了就只隐去所列（非必填）字段，不写则隐去整条记录', examples: [['discretion']] }),
  })
  .refine((value) => value.mode !== 'withheld' || value.reason !== undefined, { path: ['reason'], params: { fault: 'missing' } })
  .meta({ title: '公开属性' });
export type Disclosure = z.infer<typeof disclosure>;

/** A record that was public and is not any more: its address stays and shows this, its content is gone (行政处罚法 §48). */
export const withdrawn = z
  .strictObject({
    date: isoDate.meta({ title: '撤下日期' }),
    reason: line(200).meta({ title: '撤下原因', examples: ['依据的规范性文件已经废止'] }),
    authority: line(60).meta({ title: '决定单位', examples: ['临溪县民政局'] }),
  })
  .meta({ title: '撤下' });

/** What every disclosed record carries, whatever its kind (docs/content.md). */
export const disclosedFields = {
  id: recordId,
  code: line(60)
    .optional()
    .meta({ title: '编码', description: '官方编码，照抄为文本', examples: ['00XK050002'] }),
  codeScheme: line(40)
    .optional()
    .meta({ title: '编码体系', examples: ['国家基本目录'] }),
  shortTitle: line(20)
    .optional()
    .meta({ title: '简称', description: '不超过20个字，供屏幕、桌牌使用', examples: ['低保审核确认'] }),
  aliases: z
    .array(line(20))
    .default([])
    .meta({ title: '俗称', description: '群众平时的叫法，供搜索', examples: [['低保']] }),
  published: isoDate.meta({ title: '公开日期', description: '首次公开的日子，以实际为准' }),
  updated: isoDate.optional().meta({ title: '更新日期' }),
  changeNote: line(80)
    .optional()
    .meta({ title: '变更说明', description: '最近一次更新改了什么', examples: ['承诺时限由15个工作日改为10个工作日'] }),
  effective: isoDate.optional().meta({ title: '生效日期' }),
  reviewBy: isoDate.optional().meta({ title: '复核日期', description: '到这一天应当复核一次' }),
  withdrawn: withdrawn.optional(),
  disclosure: disclosure.optional(),
  approvedBy: ref('post').optional().meta({ title: '审核岗位', description: '岗位编号，不写人名' }),
  source: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .meta({ title: '来源', description: '导入时记下的文件、工作表、行号；不公开' }),
};

/** 名称 of a record. Unit: at most 80 characters. */
export const title = line(80).meta({ title: '名称', examples: ['最低生活保障审核确认'] });
