// A content folder → every record in it, and every fault met on the way. The only code that opens content files:
// the site build, `npm run check` and the tests all come through here.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { AnyEntry, Content, FieldPath, ProseBlock } from '../model/entry.ts';
import { fault, type Place } from '../model/fault.ts';
import { explain } from '../schema/explain.ts';
import { type Kind, type KindDefinition, kindNames, kinds } from '../schema/kinds.ts';
import { nearest } from '../schema/nearest.ts';
import { valueAt } from '../schema/walk.ts';
import { KeyOrder } from './key-order.ts';
import { missingFence, readProse, splitProse } from './prose.ts';
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

interface Found {
  file: string;
  /** Neither a file nor a folder, or a link to nothing: cannot be opened. */
  isFile: boolean;
}

/** Everything below a folder but the folders themselves; folders only where a file should be. Links are followed. */
async function listFiles(directory: string): Promise<Found[]> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true });
  const items = await Promise.all(
    found.map(async (item) => {
      const path = join(item.parentPath, item.name);
      const file = path.slice(directory.length + 1).replaceAll('\\', '/');
      const isFile =
        item.isFile() ||
        (item.isSymbolicLink() &&
          (await stat(path).then(
            (target) => target.isFile(),
            () => false,
          )));
      return { file, isFile, isFolder: item.isDirectory() };
    }),
  );
  return items
    .filter(({ file, isFolder }) => !ignored.test(file) && (!isFolder || recognise(file) !== undefined))
    .sort((x, y) => (x.file < y.file ? -1 : 1));
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
      if (definition.id === 'from-path' && path.length === 1 && path[0] === 'id') {
        const name = source.kind === 'unit' ? '文件夹名' : '文件名';
        content.faults.push(
          fault(code, file, start, `${name}“${source.id}”不能作编号`, `${name}只能用小写字母、数字和连字符；改名，并改掉引用它的地方`),
        );
        continue;
      }
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
  if (!Array.isArray(yaml.value)) {
    const isEmpty = yaml.value === null || yaml.value === undefined;
    const message = isEmpty ? '文件是空的' : `这个文件应当是${definition.label}的列表`;
    content.faults.push(fault('wrong-value', file, start, message, isEmpty ? '写上记录，或者删去这个文件' : '每条记录以“- id: ……”开头'));
    noteUnread(source, undefined, content);
    return;
  }
  for (const [index, value] of yaml.value.entries()) readRecord(source, value, [index], yaml, content);
}

function readProseFile(source: ReadFile, text: string, content: Reading): void {
  const { file } = source;
  const split = splitProse(text);
  if (!split) {
    const { line, message } = missingFence(text);
    content.faults.push(fault('yaml-syntax', file, { line, column: 1 }, message, '第一行写“---”，登记信息写完再写一行“---”，以下是正文'));
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

/** Files without which a county, or a unit, is not complete: every page links to the standing pages. */
function checkRequiredFiles(files: ReadonlySet<string>, content: Reading): void {
  const flag = (file: string, remedy: string) => content.faults.push(fault('missing-file', file, start, `缺少 ${file}`, remedy));
  if (!files.has('site.yml')) flag('site.yml', '从演示县的 content/site.yml 复制一份再改');
  for (const page of ['about', 'accessibility', 'report']) {
    if (!files.has(`pages/${page}.mdx`)) flag(`pages/${page}.mdx`, '每一页都有指向它的链接：从演示县的 content/pages 复制一份再改');
  }
  const units = new Set([...files].flatMap((file) => /^units\/([^/]+)\//.exec(file)?.[1] ?? []));
  for (const unit of units) {
    if (!files.has(`units/${unit}/unit.yml`)) flag(`units/${unit}/unit.yml`, '写上单位的名称和职责；没有它，这个文件夹里的内容都不会公开');
  }
}

function unknownRemedy(file: string): string {
  const baseOf = (path: string) => path.split('/').at(-1) ?? '';
  const base = baseOf(file)
    .toLowerCase()
    .replace(/\.yaml$/, '.yml');
  const meant = shapes.find((shape) => baseOf(shape) === nearest(base, shapes.map(baseOf)));
  return `${meant ? `是否应为 ${meant}？` : ''}文件名用小写，扩展名是 .yml 或 .mdx，放在“内容怎么写”所说的位置；不是公开内容的移到别处`;
}

async function readOne(source: ReadFile, path: string, content: Reading): Promise<void> {
  const { file, definition } = source;
  const unread = (line: number, message: string, remedy: string) => {
    content.faults.push(fault('unreadable-file', file, { line, column: 1 }, message, remedy));
    noteUnread(source, definition.id === 'from-path' ? source.id : undefined, content);
  };
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    unread(1, '文件打不开', '检查文件的权限，或者重新放一份');
    return;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The first byte that is no text shows as the replacement character.
    const line = new TextDecoder('utf-8').decode(bytes).split('\ufffd')[0]?.split('\n').length ?? 1;
    unread(line, '文件不是 UTF-8 编码的文本', '用记事本打开，“另存为”时编码选 UTF-8');
    return;
  }
  if (definition.form === 'prose') readProseFile(source, text, content);
  else readYamlFile(source, text, content);
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
  let found: Found[];
  try {
    found = await listFiles(directory);
  } catch {
    content.faults.push(fault('missing-file', '.', start, `找不到内容文件夹 ${directory}`, '检查 CONTENT_DIR 是否写对'));
    return content;
  }
  checkRequiredFiles(new Set(found.map(({ file }) => file)), content);
  for (const { file, isFile } of found) {
    const source = recognise(file);
    if (!source) content.faults.push(fault('unknown-file', file, start, '不知道这个文件是什么', unknownRemedy(file)));
    else if (!isFile)
      content.faults.push(fault('unreadable-file', file, start, '这里应当是一个文件，却是文件夹或者失效的链接', '删去它，放上文件本身'));
    else await readOne(source, join(directory, file), content);
  }
  for (const { file, kind, yaml, base, path, message, remedy } of content.missing) {
    const parent = path.slice(0, -1);
    const before = content.keyOrder.before(kind, path).find((key) => hasKey(yaml.value, [...base, ...parent], key));
    const place = before === undefined ? yaml.place([...base, ...path], 'key') : yaml.place([...base, ...parent, before], 'end');
    content.faults.push(fault('missing-field', file, place, message, remedy));
  }
  return content;
}
