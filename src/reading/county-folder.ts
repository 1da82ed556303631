// A content folder → every record in it, and every fault met on the way. The only code that opens content files:
// the site build, `npm run check` and the tests all come through here.
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { AnyEntry, Content, FieldPath, ProseBlock } from '../model/entry.ts';
import { fault, type Place } from '../model/fault.ts';
import { explain } from '../schema/explain.ts';
import { type Kind, type KindDefinition, kindNames, kinds } from '../schema/kinds.ts';
import { nearest } from '../schema/nearest.ts';
import { valueAt } from '../schema/walk.ts';
import { KeyOrder } from './key-order.ts';
import { readProse, splitProse } from './prose.ts';
import { type ParsedYaml, parseYaml } from './yaml.ts';

// The paths of the kinds table as patterns that capture what each star stands for.
const patterns = kindNames.map((kind) => {
  const source = kinds[kind].files.replaceAll('.', '\\.').replaceAll('*', '([^/]+)');
  return { kind, pattern: new RegExp(`^${source}$`) };
});

const shapes: string[] = kindNames.map((kind) => kinds[kind].files);

/** Files that may lie in a content folder without being content. */
const ignored = /(^|\/)(\.[^/]*|README\.md|~\$[^/]*|Thumbs\.db)(\/|$)/;

/** The content folder in force: CONTENT_DIR, or `content` of the working directory. Absolute. */
export function contentDirectory(): string {
  return resolve(process.env['CONTENT_DIR'] ?? 'content');
}

async function listFiles(directory: string): Promise<string[]> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true });
  return found
    .filter((item) => !item.isDirectory())
    .map((item) =>
      join(item.parentPath, item.name)
        .slice(directory.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => !ignored.test(file))
    .sort();
}

interface ReadFile {
  file: string;
  kind: Kind;
  definition: KindDefinition;
  id: string;
  unit: string | undefined;
}

function recognise(file: string): ReadFile | undefined {
  for (const { kind, pattern } of patterns) {
    const match = pattern.exec(file);
    if (!match) continue;
    return { file, kind, definition: kinds[kind], id: match.at(-1) ?? '', unit: file.startsWith('units/') ? match[1] : undefined };
  }
  return undefined;
}

/** Remembers that a record, or at least one of its kind, is there without having been read. */
function noteUnread({ kind }: ReadFile, id: unknown, content: Reading): void {
  if (typeof id === 'string') content.unreadRecords.add(`${kind} ${id}`);
  else content.unreadKinds.add(kind);
}

/** What is found while a folder is read: the content so far, and in which order the offices write their fields. */
interface Reading extends Content {
  keyOrder: KeyOrder;
  /** Missing fields, placed when all records are known: where others have the field is where it is missed. */
  missing: { file: string; kind: Kind; yaml: ParsedYaml; base: FieldPath; path: FieldPath; message: string; remedy: string }[];
}

function readRecord(source: ReadFile, value: unknown, base: FieldPath, yaml: ParsedYaml, content: Reading, prose?: ProseBlock[]): void {
  const { definition, file } = source;
  const place = (path: FieldPath, at?: 'key' | 'value'): Place => yaml.place([...base, ...path], at);
  let written = value;
  if (definition.id === 'from-path' && value !== null && typeof value === 'object' && !Array.isArray(value)) {
    if ('id' in value) {
      content.faults.push(
        fault('unknown-field', file, place(['id'], 'key'), '这类文件不写编号', '删去 id 这一行；编号就是文件名（单位的编号是文件夹名）'),
      );
    }
    written = { ...value, id: source.id };
  }
  const parsed = definition.schema.safeParse(written);
  if (!parsed.success) {
    for (const { code, path, at, message, remedy } of explain(definition.schema, written, parsed.error.issues)) {
      if (code === 'missing-field') content.missing.push({ file, kind: source.kind, yaml, base, path, message, remedy });
      else content.faults.push(fault(code, file, place(path, at), message, remedy));
    }
    noteUnread(source, (written as { id?: unknown } | null)?.id, content);
    return;
  }
  const data = parsed.data as { id?: string };
  content.keyOrder.learn(source.kind, value);
  content.entries.push({
    kind: source.kind,
    id: data.id ?? '',
    file,
    data,
    place,
    ...(source.unit === undefined ? {} : { unit: source.unit }),
    ...(prose === undefined ? {} : { prose }),
  } as AnyEntry);
}

const start: Place = { line: 1, column: 1 };

function hasKey(value: unknown, path: FieldPath, key: string): boolean {
  const parent = valueAt(value, path);
  return parent !== null && typeof parent === 'object' && Object.hasOwn(parent, key);
}

function readYamlFile(source: ReadFile, text: string, content: Reading): void {
  const { definition, file } = source;
  const yaml = parseYaml(text);
  for (const { message, remedy, ...place } of yaml.faults) content.faults.push(fault('yaml-syntax', file, place, message, remedy));
  if (yaml.faults.length > 0) {
    noteUnread(source, definition.id === 'from-path' ? source.id : undefined, content);
    return;
  }
  if (definition.form === 'one') {
    readRecord(source, yaml.value, [], yaml, content);
    return;
  }
  if (yaml.value === null || yaml.value === undefined) return;
  if (!Array.isArray(yaml.value)) {
    content.faults.push(fault('wrong-value', file, start, `这个文件应当是${definition.label}的列表`, '每条记录以“- id: ……”开头'));
    noteUnread(source, undefined, content);
    return;
  }
  for (const [index, value] of yaml.value.entries()) readRecord(source, value, [index], yaml, content);
}

function readProseFile(source: ReadFile, text: string, content: Reading): void {
  const { file } = source;
  const split = splitProse(text);
  if (!split) {
    content.faults.push(
      fault('yaml-syntax', file, start, '文件开头缺少用“---”围起来的登记信息', '第一行写“---”，登记信息写完再写一行“---”，以下是正文'),
    );
    noteUnread(source, source.id, content);
    return;
  }
  const yaml = parseYaml(split.frontMatter, 1);
  for (const { message, remedy, ...place } of yaml.faults) content.faults.push(fault('yaml-syntax', file, place, message, remedy));
  const prose = readProse(split.body, split.bodyLine);
  for (const { code, message, remedy, ...place } of prose.faults) content.faults.push(fault(code, file, place, message, remedy));
  if (yaml.faults.length === 0) readRecord(source, yaml.value, [], yaml, content, prose.blocks);
  else noteUnread(source, source.id, content);
}

/** Reads a whole content folder. Never throws for what is in the files: that is what the faults are for. */
export async function readCountyFolder(directory: string): Promise<Content> {
  const content: Reading = {
    entries: [],
    faults: [],
    unreadKinds: new Set(),
    unreadRecords: new Set(),
    keyOrder: new KeyOrder(),
    missing: [],
  };
  let files: string[];
  try {
    files = await listFiles(directory);
  } catch {
    content.faults.push(fault('missing-file', '.', start, `找不到内容文件夹 ${directory}`, '检查 CONTENT_DIR 是否写对'));
    return content;
  }
  if (!files.includes('site.yml'))
    content.faults.push(fault('missing-file', 'site.yml', start, '缺少 site.yml', '从演示县的 content/site.yml 复制一份再改'));
  for (const file of files) {
    const source = recognise(file);
    if (!source) {
      content.faults.push(
        fault(
          'unknown-file',
          file,
          start,
          '不知道这个文件是什么',
          `移到该放的位置或删去；路径最接近的是 ${nearest(file, shapes) ?? 'units/*/powers.yml'}`,
        ),
      );
      continue;
    }
    const bytes = await readFile(join(directory, file));
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      // The first byte that is no text shows as the replacement character.
      const line = new TextDecoder('utf-8').decode(bytes).split('\ufffd')[0]?.split('\n').length ?? 1;
      content.faults.push(
        fault('unreadable-file', file, { line, column: 1 }, '文件不是 UTF-8 编码的文本', '用记事本打开，“另存为”时编码选 UTF-8'),
      );
      noteUnread(source, source.definition.id === 'from-path' ? source.id : undefined, content);
      continue;
    }
    if (source.definition.form === 'prose') readProseFile(source, text, content);
    else readYamlFile(source, text, content);
  }
  for (const { file, kind, yaml, base, path, message, remedy } of content.missing) {
    const parent = path.slice(0, -1);
    const before = content.keyOrder.before(kind, path).find((key) => hasKey(yaml.value, [...base, ...parent], key));
    const place = before === undefined ? yaml.place([...base, ...path], 'key') : yaml.place([...base, ...parent, before], 'end');
    content.faults.push(fault('missing-field', file, place, message, remedy));
  }
  return content;
}
