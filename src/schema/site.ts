// site.yml: what the county calls itself, whom to phone, and the words its offices use. One file, one county.
import { z } from 'zod';
import { isoDate, line, phone, recordId } from './fields.ts';

const faultLevel = z.enum(['error', 'warning', 'off']);

export const siteSchema = z.strictObject({
  county: line(20).meta({ title: '县名', examples: ['临溪县'] }),
  title: line(40).meta({ title: '平台名称', examples: ['临溪县权力运行公开平台'] }),
  slogan: line(40).meta({ title: '首页题头', examples: ['谁有权、谁负责、风险在哪里，一查便知'] }),
  lead: line(120).meta({ title: '首页说明' }),
  demonstration: line(120)
    .optional()
    .meta({ title: '演示声明', description: '写了就在每一页顶部显示', examples: ['本站为演示，县名、单位和数据均为虚构'] }),
  domain: line(60).optional().meta({ title: '网站域名', description: '部署后的域名；网页之间的链接不依赖它' }),
  homepage: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      title: '首页网址',
      description: '部署后首页的完整网址；写了，浏览器可以把本站查询加进地址栏。网页之间的链接不依赖它',
      examples: ['https://www.example.gov.cn/zwgk/wgk/'],
    }),
  siteIdCode: line(20).optional().meta({ title: '网站标识码' }),
  icp: line(40).optional().meta({ title: 'ICP 备案号' }),
  policeRecord: line(40).optional().meta({ title: '公安备案号' }),
  organiser: line(40).meta({ title: '主办单位', examples: ['临溪县人民政府办公室'] }),
  supervisor: line(40).meta({ title: '监督单位', examples: ['中共临溪县纪律检查委员会'] }),
  address: line(80).optional().meta({ title: '联系地址' }),
  hotlines: z
    .array(
      z.strictObject({
        name: line(40).meta({ title: '名称', examples: ['县纪委监委信访举报电话'] }),
        phone: phone.meta({ title: '电话' }),
        note: line(60).optional().meta({ title: '说明' }),
      }),
    )
    .min(1)
    .meta({ title: '电话', description: '第一个是首页和页脚突出显示的监督举报电话' }),
  links: z
    .array(
      z.strictObject({
        title: line(30).meta({ title: '文字', examples: ['政府网站找错'] }),
        href: z
          .url({ protocol: /^https?$/ })
          .optional()
          .meta({ title: '网址', description: '不写则只显示文字' }),
      }),
    )
    .default([])
    .meta({ title: '页脚链接' }),
  integrityWord: line(4).default('廉政').meta({ title: '廉政用语', description: '“廉政”或“廉洁”' }),
  embedded: z.boolean().default(false).meta({ title: '嵌入门户', description: '是则不输出顶栏、报头和页脚，由门户自己提供' }),
  commonSearches: z.array(line(12)).default([]).meta({ title: '常查' }),
  synonyms: z
    .array(
      z.strictObject({
        official: line(30).meta({ title: '正式名称', examples: ['最低生活保障'] }),
        words: z
          .array(line(20))
          .min(1)
          .meta({ title: '俗称、简称', examples: ['低保'] }),
      }),
    )
    .default([])
    .meta({ title: '同义词', description: '查俗称、简称时，也找出写正式名称的网页；各单位自己的俗称写在记录的 aliases 里' }),
  vocabulary: z
    .strictObject({
      unitKinds: z.array(line(20)).min(1).meta({ title: '单位类别' }),
      unitGroups: z.array(line(20)).min(1).meta({ title: '单位主题分组' }),
      powerTypes: z.array(line(20)).min(1).meta({ title: '权力类型' }),
      riskCategories: z.array(line(20)).min(1).meta({ title: '风险类别' }),
      measureWays: z.array(line(10)).min(1).meta({ title: '防控方式' }),
    })
    .meta({ title: '用语' }),
  checks: z
    .record(z.string(), faultLevel)
    .default({})
    .meta({ title: '检查从宽从严', description: '检查代码: error＝错误，warning＝提醒，off＝不查；只有可放宽的检查能改' }),
  declaredTotals: z
    .partialRecord(z.enum(['powers', 'responsibilities', 'flows', 'rules', 'risks', 'measures', 'posts']), z.int().min(0))
    .optional()
    .meta({ title: '对外公布的总数', description: '与实际条数核对' }),
  contentDate: isoDate.meta({ title: '内容日期', description: '本次公开内容的截止日期，显示在页脚' }),
  opened: isoDate.optional().meta({ title: '平台开通日期', description: '此后发布的制度检查是否在 20 个工作日内公开' }),
});
export type SiteRecord = z.infer<typeof siteSchema>;

/** moved.yml: old address → new id, so that no published address ever dies. */
export const movedSchema = z.strictObject({
  kind: z.enum(['unit', 'post', 'power', 'responsibility', 'flow', 'rule', 'risk', 'measure']).meta({ title: '类别' }),
  from: recordId.meta({ title: '原编号' }),
  to: recordId.meta({ title: '现编号' }),
});
export type MovedRecord = z.infer<typeof movedSchema>;
