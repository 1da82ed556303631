// risks.yml: 风险. Where a power can be abused: what it hangs on, how it shows, how grave it is, who answers, what is done.
import { z } from 'zod';
import { disclosedFields, line, ref, severity, text, title } from './fields.ts';

export const riskSchema = z.strictObject({
  ...disclosedFields,
  title: title.meta({ title: '风险点', examples: ['入户调查走过场'] }),
  description: text.meta({ title: '表现形式' }),
  category: line(20).meta({
    title: '风险类别',
    description: 'site.yml 中 riskCategories 之一；名单之外的照原样保留',
    examples: ['业务流程'],
  }),
  severity,
  levelRaw: line(10)
    .optional()
    .meta({ title: '原等级写法', description: '单位登记表上的写法，照抄', examples: ['一级'] }),
  grading: line(80).optional().meta({ title: '评定方法' }),
  residualSeverity: severity.optional().meta({ title: '防控后等级' }),
  powers: z.array(ref('power')).default([]).meta({ title: '所涉权力' }),
  steps: z
    .array(ref('step'))
    .default([])
    .meta({ title: '所在环节', description: '写作“流程编号/环节编号”', examples: [['dibao/ruhu']] }),
  post: ref('post').optional().meta({ title: '责任岗位' }),
  leader: ref('post').optional().meta({ title: '分管领导岗位' }),
  indicator: line(120)
    .optional()
    .meta({ title: '监测指标', examples: ['入户调查双人签字率'] }),
  measures: z.array(ref('measure')).default([]).meta({ title: '防控措施', description: '一个风险点一套防范措施，至少一条' }),
});
export type RiskRecord = z.infer<typeof riskSchema>;
