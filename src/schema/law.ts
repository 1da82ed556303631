// laws.yml: every law, regulation or party rule that a record cites. One list for the county, so a repeal is entered once.
import { z } from 'zod';
import { isoDate, line, recordId, ref } from './fields.ts';

export const lawSchema = z.strictObject({
  id: recordId,
  title: line(80).meta({ title: '全称', examples: ['中华人民共和国行政许可法'] }),
  shortTitle: line(40)
    .optional()
    .meta({ title: '简称', examples: ['行政许可法'] }),
  kind: z.enum(['法律', '行政法规', '地方性法规', '部门规章', '地方政府规章', '党内法规', '规范性文件']).meta({ title: '效力层级' }),
  documentNo: line(40)
    .optional()
    .meta({ title: '文号', examples: ['国务院令第649号'] }),
  issuer: line(60)
    .optional()
    .meta({ title: '制定机关', examples: ['国务院'] }),
  versionDate: isoDate.optional().meta({ title: '版本日期', description: '现行版本公布或修正的日期' }),
  articles: z
    .int()
    .min(1)
    .max(1300)
    .optional()
    .meta({ title: '条文总数', description: '用来核对引用的条号', examples: [70] }),
  status: z.enum(['现行', '已修订', '已废止']).default('现行').meta({ title: '状态' }),
  supersededBy: ref('law').optional().meta({ title: '被何者取代' }),
});
export type LawRecord = z.infer<typeof lawSchema>;
