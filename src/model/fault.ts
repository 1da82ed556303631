// What can be wrong with a county's files: one table of codes, one shape of fault. Reading and the checks make faults,
// scripts print them. A code is a phrase and never changes its meaning.

/** `error` stops publishing, `warning` does not. `fixed` codes cannot be relaxed in site.yml. */
interface FaultDefinition {
  title: string;
  level: 'error' | 'warning';
  fixed: boolean;
}

export const faultCodes = {
  'unreadable-file': { title: '文件无法读取', level: 'error', fixed: true },
  'unknown-file': { title: '放错位置的文件', level: 'error', fixed: true },
  'missing-file': { title: '缺少文件', level: 'error', fixed: true },
  'yaml-syntax': { title: 'YAML 书写错误', level: 'error', fixed: true },
  'mdx-syntax': { title: '正文书写错误', level: 'error', fixed: true },
  'code-in-prose': { title: '正文中有程序代码', level: 'error', fixed: true },
  'empty-prose': { title: '正文是空的', level: 'error', fixed: true },
  'blank-section': { title: '空白栏目', level: 'error', fixed: true },
  'unknown-field': { title: '不认识的字段', level: 'error', fixed: true },
  'missing-field': { title: '缺少必填字段', level: 'error', fixed: true },
  'wrong-value': { title: '字段内容不对', level: 'error', fixed: true },
  'duplicate-id': { title: '编号重复', level: 'error', fixed: true },
  'unknown-reference': { title: '引用的记录不存在', level: 'error', fixed: true },
  'unknown-lane': { title: '泳道不存在', level: 'error', fixed: true },
  'flow-start': { title: '流程的开始环节不是一个', level: 'error', fixed: true },
  'flow-end': { title: '流程没有结束环节', level: 'error', fixed: true },
  'unreachable-step': { title: '走不到的环节', level: 'error', fixed: true },
  'dead-end': { title: '走不出去的环节', level: 'error', fixed: true },
  'end-with-next': { title: '结束环节还有下一环节', level: 'error', fixed: true },
  'parallel-shape': { title: '并联环节不成对', level: 'error', fixed: true },
  'decision-with-one-exit': { title: '只有一个去向的判断', level: 'error', fixed: true },
  'undeclared-loop': { title: '往回走没有写明名义', level: 'error', fixed: true },
  'unlabelled-branch': { title: '分支没有写条件', level: 'warning', fixed: false },
  'flow-too-large': { title: '流程太大', level: 'warning', fixed: false },
  'duties-not-separated': { title: '不相容岗位没有分离', level: 'warning', fixed: false },
  'field-cannot-be-withheld': { title: '该字段不能单独隐去', level: 'error', fixed: true },
  'personal-data': { title: '出现个人信息', level: 'error', fixed: true },
  'article-out-of-range': { title: '引用的条文不存在', level: 'error', fixed: true },
  'stale-citation': { title: '引用的法律已经失效', level: 'warning', fixed: false },
  'future-date': { title: '日期在内容日期之后', level: 'error', fixed: true },
  'date-order': { title: '日期先后颠倒', level: 'error', fixed: true },
  'promise-over-statute': { title: '承诺时限超过法定时限', level: 'error', fixed: true },
  'residual-over-severity': { title: '防控后等级反而更高', level: 'error', fixed: true },
  'review-overdue': { title: '逾期未复核', level: 'warning', fixed: false },
  'disclosed-late': { title: '公开迟延', level: 'warning', fixed: false },
  'invisible-character': { title: '看不见的字符', level: 'error', fixed: true },
  'stray-space': { title: '多余的空格', level: 'warning', fixed: false },
  'full-width-character': { title: '全角数字和字母', level: 'warning', fixed: false },
  'doubled-character': { title: '重复的字', level: 'warning', fixed: false },
  'repeated-sentence': { title: '多处雷同的句子', level: 'warning', fixed: false },
  'power-without-rule': { title: '权力没有运行制度', level: 'error', fixed: false },
  'risk-without-measure': { title: '风险点没有防控措施', level: 'error', fixed: false },
  'power-without-flow': { title: '权力没有运行流程', level: 'warning', fixed: false },
  'power-without-responsibility': { title: '权力没有责任', level: 'warning', fixed: false },
  'power-without-risk': { title: '权力没有查找风险', level: 'warning', fixed: false },
  'risk-hangs-on-nothing': { title: '风险点没有着落', level: 'warning', fixed: false },
  'gap-in-public': { title: '公众看到的不完整', level: 'warning', fixed: false },
  'unused-measure': { title: '防控措施没有对应风险', level: 'warning', fixed: false },
  'unlisted-word': { title: '用语不在名单内', level: 'warning', fixed: false },
  'unknown-check': { title: '检查代码不存在或不能放宽', level: 'error', fixed: true },
  'total-differs': { title: '公布总数与实际不符', level: 'warning', fixed: false },
} as const satisfies Record<string, FaultDefinition>;

export type FaultCode = keyof typeof faultCodes;

export interface Place {
  /** 1-based; every fault stands somewhere, so neither is ever 0. */
  line: number;
  column: number;
}

export interface Fault extends Place {
  code: FaultCode;
  level: 'error' | 'warning';
  /** Path from the content folder, with `/`. */
  file: string;
  /** What is wrong, in Chinese, without a full stop. */
  message: string;
  /** What to do. */
  remedy: string;
}

/** A fault with the level of its code. */
export function fault(code: FaultCode, file: string, place: Place, message: string, remedy: string): Fault {
  return { code, level: faultCodes[code].level, file, line: place.line, column: place.column, message, remedy };
}

/** Order for reading: by file, line, column, code. */
export function byPlace(a: Fault, b: Fault): number {
  return (
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    a.line - b.line ||
    a.column - b.column ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}
