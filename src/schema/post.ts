// posts.yml: the posts 岗位 of a unit. Responsibility always rests on a post, never on a named person.
import { z } from 'zod';
import { disclosedFields, line, ref, text, title } from './fields.ts';

export const postSchema = z.strictObject({
  ...disclosedFields,
  title: title.meta({ title: '岗位名称', examples: ['社会救助股股长'] }),
  department: line(40)
    .optional()
    .meta({ title: '内设机构', examples: ['社会救助股'] }),
  grade: line(20)
    .optional()
    .meta({ title: '职级', examples: ['股级'] }),
  isLeader: z.boolean().default(false).meta({ title: '领导岗位' }),
  duties: z.array(text).min(1).meta({ title: '岗位职责' }),
  checkFocus: z.array(text).default([]).meta({ title: '检查重点', description: '监督这个岗位时看什么' }),
  supervisors: z
    .array(
      z.strictObject({
        way: z.enum(['外部', '内部', '上级', '同级']).meta({ title: '监督方式' }),
        post: ref('post').optional().meta({ title: '监督岗位' }),
        body: line(60)
          .optional()
          .meta({ title: '监督机构', examples: ['县纪委监委派驻纪检监察组'] }),
      }),
    )
    .default([])
    .meta({ title: '监督人' }),
});
export type PostRecord = z.infer<typeof postSchema>;
