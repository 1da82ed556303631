// YAML text → plain data with the line and column of every field, and every syntax fault in Chinese.
// In: text, and at which line of its file it begins (front matter starts on line 2). Out: data, faults without a file name.
import { isMap, isScalar, LineCounter, type Node, type Pair, parseDocument, type YAMLError } from 'yaml';
import type { FieldPath } from '../model/entry.ts';
import type { Place } from '../model/fault.ts';

export interface ParsedYaml {
  value: unknown;
  faults: (Place & { message: string; remedy: string })[];
  /** `key`: the field's name; `value`: where its content begins; `end`: where it ends. */
  place(path: FieldPath, at?: 'key' | 'value' | 'end'): Place;
}

const explanations: Partial<Record<YAMLError['code'], [message: string, remedy: string]>> = {
  DUPLICATE_KEY: ['同一条记录里同一个字段写了两次', '删去其中一个'],
  TAB_AS_INDENT: ['缩进用了制表符（Tab）', '改用空格，每级两个'],
  BAD_INDENT: ['缩进没有对齐', '同一级的字段要左对齐，每级缩进两个空格'],
  MISSING_CHAR: ['缺少配对的引号、括号或冒号', '检查这一行和上一行的引号、括号是否成对，冒号后是否有空格'],
  UNEXPECTED_TOKEN: ['这里多出了内容', '检查上一行的引号、括号是否成对；内容里有“: ”时整段加引号'],
  MULTILINE_IMPLICIT_KEY: ['字段名断成了两行', '检查冒号后是否缺少空格，内容是否应加引号'],
  IMPOSSIBLE: ['书写错误', '检查引号、括号、冒号和缩进'],
};

export function parseYaml(text: string, lineOffset = 0): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(Math.max(offset, 0), text.length));
    return { line: Math.max(1, line) + lineOffset, column: Math.max(1, col) };
  };
  const faults = document.errors.map((error) => {
    const [message, remedy] = explanations[error.code] ?? ['书写不合 YAML 格式', '检查这一行及上一行的引号、括号、冒号后的空格和缩进'];
    return { ...placeOf(error.pos[0]), message, remedy };
  });
  let value: unknown;
  if (faults.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 0 });
    } catch {
      faults.push({ ...placeOf(0), message: '使用了 & 或 * 引用', remedy: '把内容照写一遍，不用 & 和 *；以 * 开头的文字加引号' });
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
