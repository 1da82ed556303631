// powers.yml: 权力. One record is one item of public power: what it is, on what ground, who wields it, within which limits.
import { z } from 'zod';
import { basis, disclosedFields, limit, line, phone, ref, text, title } from './fields.ts';

export const powerSchema = z.strictObject({
  ...disclosedFields,
  title,
  type: line(20).meta({ title: '权力类型', description: 'site.yml 中 powerTypes 之一；名单之外的照原样保留', examples: ['行政给付'] }),
  subItem: line(60).optional().meta({ title: '子项' }),
  basis: z.array(basis).min(1).meta({ title: '设定依据' }),
  implementer: line(60).optional().meta({ title: '实施主体', description: '与所在单位不同时才写' }),
  department: line(40)
    .optional()
    .meta({ title: '承办机构', examples: ['社会救助股'] }),
  posts: z.array(ref('post')).default([]).meta({ title: '责任岗位' }),
  level: line(20)
    .optional()
    .meta({ title: '行使层级', examples: ['县级'] }),
  target: line(60)
    .optional()
    .meta({ title: '行政相对人', examples: ['共同生活的家庭成员'] }),
  statutoryLimit: limit.optional().meta({ title: '法定时限' }),
  promisedLimit: limit.optional().meta({ title: '承诺时限' }),
  fee: z
    .strictObject({
      standard: line(80).meta({ title: '收费标准', examples: ['不收费'] }),
      basis: z.array(basis).default([]).meta({ title: '收费依据' }),
    })
    .optional()
    .meta({ title: '收费' }),
  conditions: z.array(text).default([]).meta({ title: '办理条件' }),
  materials: z.array(text).default([]).meta({ title: '申请材料' }),
  discretion: text.optional().meta({ title: '裁量基准' }),
  decision: z
    .strictObject({
      threshold: text.meta({ title: '决策门槛', examples: ['单笔50万元以上的支出'] }),
      procedure: z.array(text).min(1).meta({ title: '决策程序' }),
    })
    .optional()
    .meta({ title: '集体决策', description: '三重一大事项填写' }),
  flow: ref('flow').optional().meta({ title: '运行流程' }),
  rules: z.array(ref('rule')).default([]).meta({ title: '运行制度', description: '一项权力一套运行制度，至少一项' }),
  complaintPhone: phone.optional().meta({ title: '投诉电话' }),
  supervisionPhone: phone.optional().meta({ title: '监督电话' }),
  remedy: text.optional().meta({ title: '救济渠道', examples: ['自收到决定之日起60日内申请行政复议，或者6个月内提起行政诉讼'] }),
});
export type PowerRecord = z.infer<typeof powerSchema>;
