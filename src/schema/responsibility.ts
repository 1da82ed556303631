// responsibilities.yml: 责任. What must be done at one stage of a power, by which post, and what follows if it is not.
import { z } from 'zod';
import { basis, disclosedFields, line, ref, text, title } from './fields.ts';

export const responsibilitySchema = z
  .strictObject({
    ...disclosedFields,
    title: title.optional().meta({ title: '名称', description: '不写则用“事项名称＋环节”' }),
    power: ref('power').optional().meta({ title: '对应权力' }),
    post: ref('post').optional().meta({ title: '责任岗位' }),
    stage: line(20).meta({ title: '环节', examples: ['受理'] }),
    text: text.meta({ title: '责任内容' }),
    department: line(40).optional().meta({ title: '责任机构' }),
    basis: z.array(basis).default([]).meta({ title: '责任依据' }),
    accountability: z.array(text).min(1).meta({ title: '追责情形' }),
    accountabilityBasis: z.array(basis).default([]).meta({ title: '追责依据' }),
    boundary: text.optional().meta({ title: '职责边界' }),
  })
  .refine((value) => value.power !== undefined || value.post !== undefined, { path: ['power'], params: { fault: 'missing' } });
export type ResponsibilityRecord = z.infer<typeof responsibilitySchema>;
