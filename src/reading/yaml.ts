// YAML text → plain data with the line and column of every field, and every syntax fault in Chinese.
// In: text, and at which line of its file it begins (front matter starts on line 2). Out: data, faults without a file name.
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { FieldPath } from '../model/entry.ts';
import type { Place } from '../model/fault.ts';

export interface YamlFault extends Place {
  message: string;
  remedy: string;
}

export interface ParsedYaml {
  value: unknown;
  faults: YamlFault[];
  /** `key`: the field's name; `value`: where its content begins; `end`: where it ends. */
  place(path: FieldPath, at?: 'key' | 'value' | 'end'): Place;
}

type Wording = [message: string, remedy: string];

const byCode: Partial<Record<YAMLError['code'], Wording>> = {
  DUPLICATE_KEY: ['同一条记录里同一个字段写了两次', '删去其中一个；或者是下一条记录前面漏了“- ”'],
  TAB_AS_INDENT: ['缩进用了制表符（Tab）', '改用空格，每级两个'],
  BAD_INDENT: ['缩进没有对齐', '同一级的字段要左对齐，每级缩进两个空格'],
  MISSING_CHAR: ['引号、括号没有配对，或者少了冒号', '检查这一行和上一行的引号、括号是否成对，冒号后是否有空格'],
  MULTIPLE_DOCS: ['文件中间有“---”', '删去这一行“---”'],
};

/** What clerks usually did when a line cannot be read: looked up in the line itself, where the parser only knows that it stopped. */
const byLine: [RegExp, Wording][] = [
  [/^ *\t/, ['缩进用了制表符（Tab）', '改用空格，每级两个']],
  [/^ *[\u00a0\u3000\ufeff\u200b]/, ['行首有全角的或者看不见的空格', '删去行首空白，用半角空格重新缩进']],
  [/^ *-[^\s-]/, ['“-”后面少了空格', '写成“- ”，再写字段']],
  [/^ *(?:- )?\w+：/, ['字段名后面的冒号是全角的', '改成半角冒号加一个空格“: ”']],
  [/^ *(?:- )?\w+: *[@%`]/, ['内容以 @、% 或 ` 开头', '整段内容加英文引号']],
  [/^ *(?:- )?\w+: *!/, ['内容以 ! 开头，后面的字会丢掉', '整段内容加英文引号']],
  [/^ *(?:- )?\w+: [^"'[{].*: /, ['内容里又有“: ”', '整段内容加英文引号，或者把里面的冒号改成全角']],
  [/\[[^\]]*，/, ['方括号里的逗号是全角的', '改成半角逗号加一个空格“, ”']],
];

const fallback: Wording = ['书写不合 YAML 格式', '检查这一行及上一行的引号、括号、冒号后的空格和缩进'];

/** What is opened and not closed (a quote, a bracket) is noticed far below; the fault is where it was opened. */
function opener(document: Document.Parsed, noticed: number): number | undefined {
  let start: number | undefined;
  visit(document, (_key, node) => {
    if (!isScalar(node) && !isCollection(node)) return;
    const [from, , end] = node.range ?? [noticed, noticed, noticed];
    const opens = isScalar(node) ? node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' : node.flow === true;
    if (opens && from < noticed && end >= noticed - 1 && (start === undefined || from < start)) start = from;
  });
  return start;
}

/** What YAML would understand and a clerk did not mean: &, *, ! and # inside plain text silently take words away. */
function swallowed(document: Document.Parsed, placeOf: (offset: number) => Place): YamlFault[] {
  const faults: YamlFault[] = [];
  const flag = (node: Node, message: string) => faults.push({ ...placeOf(node.range?.[0] ?? 0), message, remedy: '整段内容加英文引号' });
  visit(document, (_key, node) => {
    if (isAlias(node)) flag(node, '内容以 * 开头，会被当作引用');
    else if (node !== null && typeof node === 'object' && 'range' in node) {
      const { anchor, tag, comment } = node as { anchor?: string; tag?: string; comment?: string | null };
      if (anchor) flag(node as Node, '内容以 & 开头，后面的字会丢掉');
      else if (tag && isScalar(node) && node.type === 'PLAIN' && node.source !== undefined && /^!/.test(tag))
        flag(node, '内容以 ! 开头，后面的字会丢掉');
      else if (comment && isScalar(node) && node.type === 'PLAIN') flag(node, '空格加 # 后面的字会丢掉');
    }
  });
  return faults;
}

export function parseYaml(text: string, lineOffset = 0): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(Math.max(offset, 0), text.length));
    return { line: Math.max(1, line) + lineOffset, column: Math.max(1, col) };
  };
  const faults: YamlFault[] = [];
  // After the first error the parser guesses; what it says from there on is about its guesses.
  const [error] = document.errors;
  if (error) {
    const noticed = placeOf(error.pos[0]);
    const opened = opener(document, error.pos[0]);
    const place = opened === undefined ? noticed : placeOf(opened);
    const line = text.split('\n')[place.line - lineOffset - 1] ?? '';
    const [message, remedy] =
      byLine.find(([pattern]) => pattern.test(line))?.[1] ??
      (place.line < noticed.line ? byCode.MISSING_CHAR : byCode[error.code]) ??
      fallback;
    faults.push({ ...place, message, remedy });
  } else if (/[&*!#]/.test(text)) faults.push(...swallowed(document, placeOf));
  let value: unknown;
  if (faults.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 0 });
    } catch {
      faults.push({ ...placeOf(0), message: fallback[0], remedy: fallback[1] });
    }
  }
  return {
    value,
    faults,
    place(path, at = 'value') {
      let node = document.contents as Node | null;
      let offset = node?.range?.[0] ?? 0;
      for (const [depth, key] of path.entries()) {
        const isLast = depth === path.length - 1;
        if (isMap(node)) {
          const pair = (node.items as Pair<Node, Node | null>[]).find(
            (item) => isScalar(item.key) && String(item.key.value) === String(key),
          );
          if (!pair) break;
          const value = pair.value;
          const range = value?.range ?? pair.key.range;
          offset = (isLast && at === 'key' ? pair.key.range?.[0] : isLast && at === 'end' ? range?.[1] : range?.[0]) ?? offset;
          node = value;
        } else {
          const items = (node as { items?: unknown[] } | null)?.items;
          const item = items?.[Number(key)] as Node | undefined;
          if (!item) break;
          offset = item.range?.[0] ?? offset;
          node = item;
        }
      }
      return placeOf(offset);
    },
  };
}
