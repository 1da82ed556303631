// rules/<id>.mdx: 制度. The front matter; the body below it is the full text.
import { z } from 'zod';
import { disclosedFields, line, partialDate, ref, title } from './fields.ts';

export const ruleSchema = z.strictObject({
  ...disclosedFields,
  title,
  documentNo: line(40)
    .optional()
    .meta({ title: '文号', examples: ['临民发〔2024〕12号'] }),
  issuer: line(60).meta({ title: '制定单位', examples: ['临溪县民政局'] }),
  issued: partialDate.meta({ title: '发布日期', description: '可以只写到年或月' }),
  status: z.enum(['现行', '已修订', '已废止']).default('现行').meta({ title: '状态' }),
  supersedes: z.array(ref('rule')).default([]).meta({ title: '取代的制度' }),
  category: line(20)
    .optional()
    .meta({ title: '制度类别', examples: ['办事制度'] }),
  summary: line(160).optional().meta({ title: '一句话说明' }),
});
export type RuleRecord = z.infer<typeof ruleSchema>;
