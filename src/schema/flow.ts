// flows/<id>.yml: 流程. Lanes, steps and arrows, no coordinates. The written order is the numbering everywhere.
import { z } from 'zod';
import { disclosedFields, limit, line, recordId, ref, text, title } from './fields.ts';

/** One arrow: to which step, under which condition; `back` names a return (补正, 退回) and makes the loop a declared one. */
const arrow = z.strictObject({
  to: recordId.meta({ title: '去向', description: '同一流程中的环节编号' }),
  when: line(30)
    .optional()
    .meta({ title: '条件', examples: ['材料齐全'] }),
  back: line(20)
    .optional()
    .meta({ title: '退回', description: '往回走的箭头写明名义', examples: ['补正'] }),
});

const lane = z.strictObject({
  id: recordId,
  name: line(20).meta({ title: '泳道名称', examples: ['乡镇人民政府'] }),
  public: z.boolean().default(false).meta({ title: '申请人一方' }),
});

const step = z.strictObject({
  id: recordId,
  name: line(24).meta({ title: '环节名称', examples: ['入户调查'] }),
  kind: z.enum(['start', 'step', 'decision', 'parallel', 'end']).default('step').meta({
    title: '环节类型',
    description: 'start＝开始，step＝一般环节，decision＝判断，parallel＝并联（由此分头同时办，或者都办完在此汇合），end＝结束',
  }),
  lane: recordId.meta({ title: '所在泳道' }),
  post: ref('post').optional().meta({ title: '责任岗位' }),
  actor: line(20).optional().meta({ title: '办理人', description: '不是单位岗位时写，如“申请人”' }),
  limit: limit.optional().meta({ title: '时限' }),
  documents: z.array(text).default([]).meta({ title: '文书材料' }),
  rights: text.optional().meta({ title: '当事人权利' }),
  detail: text.optional().meta({ title: '办理要求' }),
  next: z
    .union([recordId, z.array(z.union([recordId, arrow])).min(1)])
    .optional()
    .meta({ title: '下一环节', description: '一个编号，或若干“去向＋条件”；第一个是主路径' }),
});

export const flowSchema = z.strictObject({
  ...disclosedFields,
  title,
  lanes: z.array(lane).min(1).meta({ title: '泳道' }),
  steps: z.array(step).min(2).meta({ title: '环节' }),
});
export type FlowRecord = z.infer<typeof flowSchema>;
export type StepRecord = z.infer<typeof step>;
export type LaneRecord = z.infer<typeof lane>;
export type Arrow = z.infer<typeof arrow>;

/** The arrows that leave a step, in written order, in one form. */
export function arrowsOf(record: StepRecord): Arrow[] {
  if (record.next === undefined) return [];
  const list = Array.isArray(record.next) ? record.next : [record.next];
  return list.map((item) => (typeof item === 'string' ? { to: item } : item));
}
