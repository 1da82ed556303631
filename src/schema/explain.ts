// zod issue → what a clerk reads: which field, what was found, what was expected, and an example that would have been right.
// In: a schema, the value as written, zod's issues. Out: explanations with a path, ready to be placed on a line.
import type { z } from 'zod';
import { nearest } from './nearest.ts';
import { allowedValues, fieldNames, labelAt, metaAt, type Path, schemaAt, valueAt } from './walk.ts';

export interface Explanation {
  code: 'unknown-field' | 'missing-field' | 'wrong-value';
  path: (string | number)[];
  /** Whether the fault stands at the field's name or at its value. */
  at: 'key' | 'value';
  message: string;
  remedy: string;
}

/** A value as it would be shown in a sentence, shortened; of a long number, which may be a person's, the ends only. */
function shown(value: unknown): string {
  if (value === null) return '空白';
  if (Array.isArray(value)) return '一个列表';
  if (typeof value === 'object') return '一组字段';
  const written = String(value).replace(/(\d{2})[\d ·.-]{7,}([\dXx]{2})/g, '$1……$2');
  return `“${written.length > 30 ? `${written.slice(0, 30)}……` : written}”`;
}

const typeNames: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表（每项前加“- ”）',
  object: '一组“字段: 内容”',
  record: '一组“字段: 内容”',
};

function exampleOf(schema: z.ZodType, path: Path): string {
  const example = metaAt(schema, path).examples?.[0];
  if (example === undefined) return '';
  const name = path.filter((key) => typeof key === 'string').at(-1);
  const written = Array.isArray(example) ? `[${example.join(', ')}]` : String(example);
  return `例如 ${name === undefined ? '' : `${name}: `}${written}`;
}

function nameOf(schema: z.ZodType, path: Path): string {
  const name = path.filter((key) => typeof key === 'string').at(-1);
  if (name === undefined) return '记录';
  const label = labelAt(schema, path);
  return label === name ? String(name) : `${name}（${label}）`;
}

function expectation(issue: z.core.$ZodIssue, schema: z.ZodType, path: Path): string {
  const words = allowedValues(schema, path);
  if (words.length > 0) return `只能写 ${words.join('、')} 之一`;
  switch (issue.code) {
    case 'invalid_type':
      return `应当是${typeNames[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return issue.origin === 'string'
        ? '不能空着'
        : issue.origin === 'array'
          ? `至少要有 ${issue.minimum} 项`
          : `不能小于 ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `不能超过 ${issue.maximum} 个字`
        : issue.origin === 'array'
          ? `不能超过 ${issue.maximum} 项`
          : `不能大于 ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'date' ? '应当是真实存在的日期，写作 年-月-日' : '写法不合要求';
    default:
      return '不合要求';
  }
}

/** What to write instead. Quotes are advised only where they make the value right. */
function remedyFor(issue: z.core.$ZodIssue, schema: z.ZodType, path: Path, found: unknown): string {
  const field = schemaAt(schema, path);
  if (typeof found === 'number' && field?.safeParse(String(found)).success) return '给这个值加上英文引号，引号里照抄原文';
  if (typeof found === 'string' && (field?.safeParse(Number(found)).success || field?.safeParse(found === 'true').success))
    return '去掉引号，直接写数字或者 true、false';
  const example = exampleOf(schema, path);
  if (example) return `改正写法，${example}`;
  const fields = fieldNames(schema, path);
  if (issue.code === 'invalid_type' && issue.expected === 'array')
    return `每项前加“- ”，或者写成 [甲, 乙]${fields.length > 0 ? `；每项的字段：${fields.join('、')}` : ''}`;
  if (fields.length > 0) return `下一行起缩进两格，逐行写字段：${fields.join('、')}`;
  return metaAt(schema, path).description ?? '对照“内容怎么写”改正';
}

function explainOne(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, base: Path): Explanation[] {
  const path = [...base, ...issue.path] as (string | number)[];
  if (issue.code === 'invalid_union') {
    // The branch that got furthest is the one that was meant.
    const branches = issue.errors.filter((branch) => branch.length > 0);
    const furthest = branches.sort(
      (a, b) => Math.max(...b.map((item) => item.path.length)) - Math.max(...a.map((item) => item.path.length)),
    )[0];
    if (furthest?.some((item) => item.path.length > 0 || item.code === 'unrecognized_keys')) {
      return furthest.flatMap((item) => explainOne(item, schema, value, path));
    }
  }
  if (issue.code === 'unrecognized_keys') {
    const known = fieldNames(schema, path);
    return issue.keys.map((key) => {
      const meant = nearest(key, known);
      return {
        code: 'unknown-field',
        path: [...path, key],
        at: 'key',
        message: `不认识字段“${key}”`,
        remedy: meant ? `是否想写 ${nameOf(schema, [...path, meant])}？` : `删去这一行；可用的字段：${known.join('、')}`,
      };
    });
  }
  const found = valueAt(value, path);
  const missing = found === undefined || (issue.code === 'custom' && issue.params?.fault === 'missing');
  if (missing) {
    return [
      {
        code: 'missing-field',
        path,
        at: 'key',
        message: `缺少必填字段 ${nameOf(schema, path)}`,
        remedy: `补上这一行${exampleOf(schema, path) ? `，${exampleOf(schema, path)}` : ''}`,
      },
    ];
  }
  return [
    {
      code: 'wrong-value',
      path,
      at: 'value',
      message: `${nameOf(schema, path)}写成了${shown(found)}，${expectation(issue, schema, path)}`,
      remedy: remedyFor(issue, schema, path, found),
    },
  ];
}

/** One unknown field in every item of a list is one slip, told once with how often it occurs. */
function toldOnce(explanations: readonly Explanation[]): Explanation[] {
  const same = Map.groupBy(explanations, ({ code, path }) =>
    code === 'unknown-field' ? path.map((key) => (typeof key === 'number' ? '*' : key)).join('/') : JSON.stringify([code, path]),
  );
  return [...same.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    if (first.code !== 'unknown-field' || others.length === 0) return [first, ...others];
    return [{ ...first, message: `${first.message}（同样的还有 ${others.length} 处）` }];
  });
}

/** All issues of one record as explanations, in the order zod found them. */
export function explain(schema: z.ZodType, value: unknown, issues: readonly z.core.$ZodIssue[]): Explanation[] {
  return toldOnce(issues.flatMap((issue) => explainOne(issue, schema, value, [])));
}
