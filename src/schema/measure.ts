// measures.yml: 防控措施. Who does what, when, and what trace remains. One measure may guard several risks.
import { z } from 'zod';
import { disclosedFields, line, ref, text, title } from './fields.ts';

export const measureSchema = z.strictObject({
  ...disclosedFields,
  title: title.meta({ title: '措施名称', examples: ['双人入户、当场签字'] }),
  text: text.meta({ title: '措施内容', description: '谁、什么时候、做什么、留下什么记录' }),
  way: line(10).meta({ title: '防控方式', description: 'site.yml 中 measureWays 之一', examples: ['程序'] }),
  post: ref('post').optional().meta({ title: '落实岗位' }),
  rules: z.array(ref('rule')).default([]).meta({ title: '依据的制度' }),
  due: line(30)
    .optional()
    .meta({ title: '落实时间', examples: ['每季度末月25日前'] }),
  status: z.enum(['长期坚持', '正在落实', '已落实']).default('长期坚持').meta({ title: '落实状态' }),
});
export type MeasureRecord = z.infer<typeof measureSchema>;
