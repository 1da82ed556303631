// unit.yml: the unit that owns a folder of disclosures. Its id is the folder's name.
import { z } from 'zod';
import { disclosedFields, line, phone, ref, text } from './fields.ts';

export const unitSchema = z.strictObject({
  ...disclosedFields,
  title: line(40).meta({ title: '单位全称', examples: ['临溪县民政局'] }),
  shortTitle: line(20).meta({ title: '单位简称', examples: ['县民政局'] }),
  kind: line(20).meta({ title: '单位类别', description: 'site.yml 中 unitKinds 之一', examples: ['县直部门'] }),
  group: line(20).meta({ title: '主题分组', description: 'site.yml 中 unitGroups 之一，首页按此归类', examples: ['民生保障'] }),
  parent: ref('unit').optional().meta({ title: '上级单位' }),
  order: z
    .int()
    .min(0)
    .meta({ title: '排序', description: '数字小的排在前面', examples: [20] }),
  demonstration: z.boolean().default(false).meta({ title: '示范典型单位' }),
  duties: text.meta({ title: '主要职责', description: '一段话' }),
  address: line(80).optional().meta({ title: '办公地点' }),
  hours: line(60)
    .optional()
    .meta({ title: '办公时间', examples: ['工作日 8:30–12:00，14:30–17:30'] }),
  phone: phone.optional().meta({ title: '咨询电话' }),
  supervisionPhone: phone.optional().meta({ title: '监督电话' }),
  creditCode: z
    .string()
    .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/)
    .optional()
    .meta({ title: '统一社会信用代码' }),
  leader: ref('post').optional().meta({ title: '主要负责岗位', description: '岗位编号；只公开岗位，不公开姓名' }),
});
export type UnitRecord = z.infer<typeof unitSchema>;
