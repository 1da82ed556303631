// notices/<id>.mdx and pages/<id>.mdx: news, and the standing pages (about, how to report, accessibility). Front matter only.
import { z } from 'zod';
import { disclosedFields, line, ref, title } from './fields.ts';

export const noticeSchema = z.strictObject({
  ...disclosedFields,
  title,
  unit: ref('unit').optional().meta({ title: '发布单位' }),
  summary: line(160).optional().meta({ title: '摘要' }),
});
export type NoticeRecord = z.infer<typeof noticeSchema>;

export const pageSchema = z.strictObject({
  ...disclosedFields,
  title,
  summary: line(160).optional().meta({ title: '摘要' }),
  order: z.int().min(0).default(100).meta({ title: '排序' }),
});
export type PageRecord = z.infer<typeof pageSchema>;
