// A whole question → what it asks about. In: 低保怎么办理. Out: 低保, and the word that says which page is wanted (流程), if any.

const who = '(?:谁|哪个部门|哪个单位|哪些部门|什么部门|什么单位|哪家单位)';
const doing = '(?:负责办理|负责审批|负责|办理|办|审批|批准|受理|管理|管)';

/** Words of asking, which carry no matter. Each alternative is a way of asking; a part of it may be missing. */
const asking = [
  '(?:请问|我想|我要|想要|我们?想|帮我|麻烦)(?:了解|咨询|知道|查询|查|问|申请|办理|办)?(?:一下)?',
  '(?:查询|查|问|了解|咨询)一下',
  `(?:应该|应当|该|要)?(?:由|是|归|找|去找|去)?${who}(?:来)?${doing}?的?`,
  `(?:应该|该|要)?(?:去|在|到)(?:哪里|哪儿|哪)(?:申请|${doing})?`,
  `哪里(?:可以|能)?(?:申请|${doing})`,
  `(?:应该|应当|该|要)?(?:怎么样|怎么|怎样|如何)(?:去)?(?:申请|申报|办理|办|审批|处理|投诉|举报|查询|查|领取|领|弄|走|收费)?(?:的)?`,
  '(?:需要|应当|要)?(?:准备|提交|提供|带|满足|符合)?(?:什么|哪些)(?:申请)?(?:材料|条件|手续|证件|资料)',
  '(?:需要|要|得)?(?:多长时间|多久|几天|多少天|多少个工作日)(?:能|可以|才能)?(?:办好|办完|办结|批下来|办理|办)?',
  '(?:需要|要)?收?多少钱|(?:要|需要)?(?:收费|交钱|花钱)吗',
  '的?(?:流程|依据|法律依据|条件|程序)是(?:什么|怎样的|怎么样的)',
  '(?:都|会|可能)?(?:有|存在|包括)(?:什么|哪些|哪几个)(?:廉政|廉洁)?(?:风险点|风险|规定|制度|职责|责任|流程|依据|措施|环节|步骤)?',
  '的?(?:监督|举报|咨询|联系|投诉)?电话(?:是)?多少',
  '(?:是)?什么意思|是什么|是多少|(?:可以|能|能不能|可不可以)(?:申请|办)吗?',
].join('|');

/** Only where a query begins or ends: elsewhere they are part of names. */
const edges = /^(?:查询|查看|办理|申请)(?=.{2})|(?:的)?(?:流程|办理|申请|手续)$|[吗呢呀啊吧么]$/gu;

/** What in a question says which page is wanted. The first that fits. */
const wanted: [RegExp, string][] = [
  [/风险/, '风险'],
  [/材料|手续/, '材料'],
  [/电话/, '电话'],
  [/条件/, '条件'],
  [/依据/, '依据'],
  [/流程|怎么|怎样|如何/, '流程'],
  [/谁|部门|单位|职责/, '责任'],
];

export interface Question {
  about: string;
  /** Pages that hold this word, too, come first; it excludes none. */
  wants: string | undefined;
}

const pattern = new RegExp(asking, 'gu');

/** Undefined when nothing in the query asks, or nothing would be left. */
export function questionOf(query: string): Question | undefined {
  const plain = query.replace(/[？?！!。，,]/gu, ' ').trim();
  const about = plain.replace(pattern, ' ').trim().replace(edges, ' ').replace(/\s+/gu, ' ').trim();
  if (about === query || [...about].length < 2) return undefined;
  const asked = wanted.find(([words]) => words.test(query) && !words.test(about));
  return { about, wants: asked?.[1] };
}
