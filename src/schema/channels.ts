// handbooks/<id>.yml and playlists/<id>.yml: what a printed handbook contains, and what a screen shows, in order.
import { z } from 'zod';
import { line, recordId, ref, title } from './fields.ts';

export const handbookSchema = z.strictObject({
  id: recordId,
  title,
  units: z.array(ref('unit')).min(1).meta({ title: '收录单位', description: '按印刷顺序' }),
  paper: z.enum(['A4', 'A5']).default('A4').meta({ title: '开本' }),
  frontMatter: z.array(ref('page')).default([]).meta({ title: '前置页面', description: 'pages 中的编号，印在目录之前' }),
});
export type HandbookRecord = z.infer<typeof handbookSchema>;

export const playlistSchema = z.strictObject({
  id: recordId,
  title,
  sizes: z
    .array(z.string().regex(/^\d{2,5}x\d{2,5}$/))
    .min(1)
    .meta({ title: '屏幕尺寸', examples: [['1920x1080']] }),
  slides: z
    .array(
      z.strictObject({
        kind: z.enum(['counts', 'unit', 'power', 'flow', 'risk', 'changes', 'notice', 'feedback', 'phone']).meta({ title: '画面' }),
        id: recordId.optional().meta({ title: '记录编号', description: '单位、权力、流程、风险等画面要写' }),
        seconds: z.int().min(4).max(120).default(12).meta({ title: '停留秒数' }),
        note: line(60).optional().meta({ title: '说明' }),
      }),
    )
    .min(1)
    .meta({ title: '画面顺序' }),
});
export type PlaylistRecord = z.infer<typeof playlistSchema>;
