// The one table of kinds: what a kind is called, where its files lie, which schema reads them, under which address it is shown.
// Reading walks it to find files, the model to resolve references, the web to make routes. A new kind is a new row here.
import type { z } from 'zod';
import { handbookSchema, playlistSchema } from './channels.ts';
import { flowSchema } from './flow.ts';
import { lawSchema } from './law.ts';
import { measureSchema } from './measure.ts';
import { postSchema } from './post.ts';
import { powerSchema } from './power.ts';
import { noticeSchema, pageSchema } from './prose.ts';
import { responsibilitySchema } from './responsibility.ts';
import { riskSchema } from './risk.ts';
import { ruleSchema } from './rule.ts';
import { movedSchema, siteSchema } from './site.ts';
import { alertSchema, appraisalSchema, feedbackSchema, inspectionSchema } from './supervision.ts';
import { unitSchema } from './unit.ts';

export interface KindDefinition {
  /** Chinese name of one record, as on pages and in messages. */
  label: string;
  /** Path below the content folder; `*` stands for one folder or file name. */
  files: string;
  /** `list`: the file is a YAML list of records. `one`: the file is one record. `prose`: front matter and MDX body. */
  form: 'list' | 'one' | 'prose';
  /** Where the id comes from: written in the record, or the `*` nearest the end of the path. */
  id: 'written' | 'from-path' | 'none';
  schema: z.ZodType;
}

export const kinds = {
  site: { label: '站点设置', files: 'site.yml', form: 'one', id: 'none', schema: siteSchema },
  law: { label: '法律法规', files: 'laws.yml', form: 'list', id: 'written', schema: lawSchema },
  moved: { label: '地址变更', files: 'moved.yml', form: 'list', id: 'none', schema: movedSchema },
  unit: { label: '单位', files: 'units/*/unit.yml', form: 'one', id: 'from-path', schema: unitSchema },
  post: { label: '岗位', files: 'units/*/posts.yml', form: 'list', id: 'written', schema: postSchema },
  power: { label: '权力', files: 'units/*/powers.yml', form: 'list', id: 'written', schema: powerSchema },
  responsibility: { label: '责任', files: 'units/*/responsibilities.yml', form: 'list', id: 'written', schema: responsibilitySchema },
  flow: { label: '流程', files: 'units/*/flows/*.yml', form: 'one', id: 'from-path', schema: flowSchema },
  rule: { label: '制度', files: 'units/*/rules/*.mdx', form: 'prose', id: 'from-path', schema: ruleSchema },
  risk: { label: '风险', files: 'units/*/risks.yml', form: 'list', id: 'written', schema: riskSchema },
  measure: { label: '防控措施', files: 'units/*/measures.yml', form: 'list', id: 'written', schema: measureSchema },
  inspection: { label: '监督检查', files: 'supervision/inspections.yml', form: 'list', id: 'written', schema: inspectionSchema },
  appraisal: { label: '考核', files: 'supervision/appraisals.yml', form: 'list', id: 'written', schema: appraisalSchema },
  alert: { label: '预警', files: 'supervision/alerts.yml', form: 'list', id: 'written', schema: alertSchema },
  feedback: { label: '意见反馈', files: 'supervision/feedback.yml', form: 'list', id: 'written', schema: feedbackSchema },
  notice: { label: '公告', files: 'notices/*.mdx', form: 'prose', id: 'from-path', schema: noticeSchema },
  page: { label: '页面', files: 'pages/*.mdx', form: 'prose', id: 'from-path', schema: pageSchema },
  handbook: { label: '手册', files: 'handbooks/*.yml', form: 'one', id: 'from-path', schema: handbookSchema },
  playlist: { label: '播放单', files: 'playlists/*.yml', form: 'one', id: 'from-path', schema: playlistSchema },
} as const satisfies Record<string, KindDefinition>;

export type Kind = keyof typeof kinds;
export type RecordOf<K extends Kind> = z.infer<(typeof kinds)[K]['schema']>;
export const kindNames = Object.keys(kinds) as Kind[];
