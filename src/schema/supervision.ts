// supervision/*.yml: what the discipline inspection office did and found — inspections, appraisals, alerts, feedback. No personal names.
import { z } from 'zod';
import { disclosedFields, isoDate, line, ref, text, title } from './fields.ts';

const quarter = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/)
  .meta({ title: '季度', examples: ['2026-Q3'] });

export const inspectionSchema = z.strictObject({
  ...disclosedFields,
  title,
  quarter,
  date: isoDate.meta({ title: '检查日期' }),
  units: z.array(ref('unit')).min(1).meta({ title: '受检单位' }),
  body: line(60).meta({ title: '检查单位' }),
  scope: text.meta({ title: '检查内容' }),
  findings: z.array(text).default([]).meta({ title: '发现问题' }),
  rectification: text.optional().meta({ title: '整改情况' }),
});
export type InspectionRecord = z.infer<typeof inspectionSchema>;

export const appraisalSchema = z.strictObject({
  ...disclosedFields,
  title,
  year: z.int().min(2000).max(2100).meta({ title: '年度' }),
  units: z
    .array(
      z.strictObject({
        unit: ref('unit'),
        quantitative: z.number().min(0).max(100).meta({ title: '定量得分' }),
        qualitative: z.number().min(0).max(100).meta({ title: '定性得分' }),
        grade: z.enum(['优秀', '良好', '合格', '不合格']).meta({ title: '等次' }),
      }),
    )
    .min(1)
    .meta({ title: '考核结果' }),
  method: text.meta({ title: '考核办法' }),
});
export type AppraisalRecord = z.infer<typeof appraisalSchema>;

export const alertSchema = z.strictObject({
  ...disclosedFields,
  title,
  quarter,
  unit: ref('unit').meta({ title: '单位' }),
  red: z.int().min(0).meta({ title: '红色预警次数' }),
  orange: z.int().min(0).meta({ title: '橙色预警次数' }),
  yellow: z.int().min(0).meta({ title: '黄色预警次数' }),
  handled: z.int().min(0).meta({ title: '已处置次数' }),
});
export type AlertRecord = z.infer<typeof alertSchema>;

export const feedbackSchema = z.strictObject({
  ...disclosedFields,
  title,
  unit: ref('unit').meta({ title: '答复单位' }),
  received: isoDate.meta({ title: '收到日期' }),
  question: text.meta({ title: '群众意见', description: '不写提意见人的姓名、电话、住址' }),
  answer: text.meta({ title: '答复' }),
  answered: isoDate.meta({ title: '答复日期' }),
  improvement: text.optional().meta({ title: '改进情况' }),
});
export type FeedbackRecord = z.infer<typeof feedbackSchema>;
