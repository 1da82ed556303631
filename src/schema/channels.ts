// handbooks/<id>.yml and playlists/<id>.yml: what a printed handbook contains, and what a screen shows, in order.
import { z } from 'zod';
import { isoDate, line, phone, recordId, ref, title } from './fields.ts';

export const handbookSchema = z.strictObject({
  id: recordId,
  title,
  units: z.array(ref('unit')).min(1).meta({ title: '收录单位', description: '按印刷顺序' }),
  paper: z.enum(['A4', 'A5']).default('A4').meta({ title: '开本' }),
  frontMatter: z.array(ref('page')).default([]).meta({ title: '前置页面', description: 'pages 中的编号，印在目录之前' }),
});
export type HandbookRecord = z.infer<typeof handbookSchema>;

/** Slides that show one record and cannot do without its id. */
const ofOneRecord: readonly string[] = ['unit', 'power', 'flow', 'risk'];
/** Slides of the whole county. */
const ofTheCounty: readonly string[] = ['counts', 'changes'];

const slideSchema = z
  .strictObject({
    kind: z.enum(['counts', 'unit', 'power', 'flow', 'risk', 'changes', 'notice', 'feedback', 'phone']).meta({
      title: '画面',
      description:
        'counts＝公开总数，unit＝一个单位，power＝一项权力，flow＝一个流程，risk＝一个风险点和防控措施，changes＝近期变更，notice＝公告，feedback＝群众意见和答复，phone＝监督电话',
    }),
    id: recordId.optional().meta({
      title: '记录编号',
      description:
        '单位、权力、流程、风险画面必须写；公告、意见反馈不写就列出近期的，电话写单位编号就用该单位的监督电话；总数和变更画面不写',
      examples: ['mz-dibao'],
    }),
    seconds: z.int().min(4).max(120).default(12).meta({ title: '停留秒数', description: '一页停几秒；内容分几页的，每页都停这么久' }),
    note: line(60).optional().meta({ title: '说明', description: '标题下面的一行字' }),
    until: isoDate
      .optional()
      .meta({ title: '播到哪天', description: '过了这一天不再播放，播放期间显示还剩几天', examples: ['2026-12-01'] }),
  })
  .refine(({ kind, id }) => id !== undefined || !ofOneRecord.includes(kind), { path: ['id'], params: { fault: 'missing' } })
  .refine(({ kind, id }) => id === undefined || !ofTheCounty.includes(kind), { path: ['id'] });
export type SlideRecord = z.infer<typeof slideSchema>;

export const playlistSchema = z.strictObject({
  id: recordId,
  title,
  sizes: z
    .array(z.string().regex(/^\d{2,5}x\d{2,5}$/))
    .min(1)
    .meta({ title: '屏幕尺寸', description: '宽x高，单位像素；生成图片时用', examples: [['1920x1080']] }),
  phone: phone.optional().meta({ title: '监督电话', description: '每个画面下方显示的电话；不写就用 site.yml 的第一个电话' }),
  slides: z.array(slideSchema).min(1).meta({ title: '画面顺序' }),
});
export type PlaylistRecord = z.infer<typeof playlistSchema>;
