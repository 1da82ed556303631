// `npm run test:mutations`: damages the demonstration county 500 times at random — a line dropped, a reference broken, two values
// swapped, a file cut short, bytes put in — and holds the checker to its promise: every damage is reported in the right file
// within three lines, or the county is still a valid one. Prints a table; exits 1 when the promise is broken.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { check } from '../src/model/check.ts';
import type { Fault } from '../src/model/fault.ts';
import { contentDirectory, readCountyFolder } from '../src/reading/county-folder.ts';
import { splitProse } from '../src/reading/prose.ts';
import { type Kind, kindNames, kinds } from '../src/schema/kinds.ts';
import { referencesIn } from '../src/schema/walk.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});

/** mulberry32: the same seed gives the same damages. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const random = randomFrom(Number(values.seed));
const below = (limit: number) => Math.floor(random() * limit);
const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;

interface Damage {
  bytes: Uint8Array;
  /** 1-based lines that were touched, in the damaged file. */
  lines: number[];
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

const damages: Record<string, (text: string, references: Set<string>) => Damage | undefined> = {
  dropLine: (text) => {
    const lines = text.split('\n');
    const at = below(lines.length - 1);
    return { bytes: bytesOf(lines.toSpliced(at, 1).join('\n')), lines: [at + 1] };
  },
  breakReference: (text, references) => {
    const places = [...text.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)+/g)].filter(([word]) => references.has(word));
    if (places.length === 0) return undefined;
    const { 0: word, index } = pick(places);
    const broken = `${text.slice(0, index)}${word}x${text.slice(index + word.length)}`;
    return { bytes: bytesOf(broken), lines: [text.slice(0, index).split('\n').length] };
  },
  swapValues: (text) => {
    const lines = text.split('\n');
    const scalars = lines.flatMap((line, at) => (/^\s*(?:- )?\w+: [^[{|>\s].*$/.test(line) ? [at] : []));
    if (scalars.length < 2) return undefined;
    const [a, b] = [pick(scalars), pick(scalars)];
    const [keyA = '', valueA = ''] = (lines[a] ?? '').split(/(?<=\w:) (.*)/s);
    const [keyB = '', valueB = ''] = (lines[b] ?? '').split(/(?<=\w:) (.*)/s);
    lines[a] = `${keyA} ${valueB}`;
    lines[b] = `${keyB} ${valueA}`;
    return { bytes: bytesOf(lines.join('\n')), lines: [a + 1, b + 1] };
  },
  truncate: (text) => {
    const at = below(text.length);
    return { bytes: bytesOf(text.slice(0, at)), lines: [text.slice(0, at).split('\n').length] };
  },
  insertBinary: (text) => {
    const bytes = bytesOf(text);
    const at = below(bytes.length);
    const junk = Uint8Array.from({ length: 1 + below(6) }, () => below(256));
    return {
      bytes: Uint8Array.from([...bytes.slice(0, at), ...junk, ...bytes.slice(at)]),
      lines: [new TextDecoder().decode(bytes.slice(0, at)).split('\n').length],
    };
  },
};

const patterns = kindNames.map((kind) => ({
  kind,
  pattern: new RegExp(`^${kinds[kind].files.replaceAll('.', '\\.').replaceAll('*', '([^/]+)')}$`),
}));

/** An independent reading of one file: its records as plain data, or undefined where it is no YAML at all. */
function plainRecords(file: string, bytes: Uint8Array): { kind: Kind; id: string; value: unknown }[] | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const found = patterns.find(({ pattern }) => pattern.test(file));
    if (!found) return undefined;
    const { kind } = found;
    const { form, id } = kinds[kind];
    const source = form === 'prose' ? splitProse(text)?.frontMatter : text;
    if (source === undefined) return undefined;
    const value: unknown = parse(source, { logLevel: 'silent' });
    const pathId = found.pattern.exec(file)?.at(-1) ?? '';
    const list = form === 'list' ? ((value ?? []) as unknown[]) : [value];
    return list.map((item) => ({
      kind,
      id: id === 'from-path' ? pathId : String((item as { id?: unknown } | null)?.id ?? ''),
      value: id === 'from-path' ? { ...(item as object), id: pathId } : item,
    }));
  } catch {
    return undefined;
  }
}

/** Is the damaged file certainly wrong: no YAML, a record against its schema, a reference to nothing, a record gone that others name? */
function certainlyWrong(
  file: string,
  bytes: Uint8Array,
  ids: ReadonlySet<string>,
  before: readonly { kind: Kind; id: string }[],
  named: ReadonlySet<string>,
): boolean {
  const records = plainRecords(file, bytes);
  if (!records) return true;
  const keyOf = ({ kind, id }: { kind: Kind; id: string }) => `${kind} ${id}`;
  const here = new Set(records.map(keyOf));
  if (before.some((record) => !here.has(keyOf(record)) && named.has(keyOf(record)))) return true;
  return records.some(({ kind, value }) => {
    const { schema } = kinds[kind];
    const parsed = schema.safeParse(value);
    return (
      !parsed.success ||
      referencesIn(schema, parsed.data).some(({ to, id }) => to !== 'step' && !ids.has(`${to} ${id}`) && !here.has(`${to} ${id}`))
    );
  });
}

const source = contentDirectory();
const whole = await readCountyFolder(source);
const standing = new Set(check(whole).map(({ message }) => message));
const ids = new Set(whole.entries.map(({ kind, id }) => `${kind} ${id}`));
const references = whole.entries.flatMap((entry) => referencesIn(kinds[entry.kind].schema, entry.data));
const named = new Set(references.map(({ to, id }) => `${to} ${id}`));
const words = new Set(references.map(({ id }) => id));
const files = [...new Set(whole.entries.map(({ file }) => file))].filter((file) => file.startsWith('units/') || file === 'laws.yml');

interface Tally {
  done: number;
  reported: number;
  elsewhere: number;
  valid: number;
  wrongPlace: number;
  silent: number;
  crashed: number;
}
const tally = new Map<string, Tally>();
const folder = await mkdtemp(join(tmpdir(), 'mutations-'));
try {
  await cp(source, folder, { recursive: true });
  let done = 0;
  while (done < Number(values.count)) {
    const kind = pick(Object.keys(damages));
    const file = pick(files);
    const original = await readFile(join(folder, file));
    const damage = damages[kind]?.(original.toString('utf8'), words);
    if (!damage) continue;
    done += 1;
    const counts = tally.get(kind) ?? { done: 0, reported: 0, elsewhere: 0, valid: 0, wrongPlace: 0, silent: 0, crashed: 0 };
    tally.set(kind, counts);
    counts.done += 1;
    await writeFile(join(folder, file), damage.bytes);
    try {
      const faults: Fault[] = check(await readCountyFolder(folder)).filter(({ message }) => !standing.has(message));
      const near = faults.some((fault) => fault.file === file && damage.lines.some((line) => Math.abs(fault.line - line) <= 3));
      const ownRecords = whole.entries.filter((entry) => entry.file === file);
      const wrong = certainlyWrong(
        file,
        damage.bytes,
        new Set([...ids].filter((key) => !ownRecords.some((entry) => `${entry.kind} ${entry.id}` === key))),
        ownRecords,
        named,
      );
      // A record that is gone altogether leaves no line of its own: what named it is where the fault stands.
      const namesTheLost = faults.some(
        ({ code, message }) => code === 'unknown-reference' && ownRecords.some(({ id }) => message.includes(`“${id}`)),
      );
      if (near) counts.reported += 1;
      else if (namesTheLost) counts.elsewhere += 1;
      else if (!wrong) counts.valid += 1;
      else if (faults.some(({ level }) => level === 'error')) counts.wrongPlace += 1;
      else counts.silent += 1;
      if (values.verbose && !near && !namesTheLost && wrong)
        console.log(
          kind,
          `${file}:${damage.lines.join(',')}`,
          faults.slice(0, 3).map((fault) => `${fault.file}:${fault.line} ${fault.code}`),
        );
    } catch (error) {
      counts.crashed += 1;
      console.error(kind, file, error);
    }
    await writeFile(join(folder, file), original);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.table(Object.fromEntries(tally));
const broken = [...tally.values()].reduce((sum, { wrongPlace, silent, crashed }) => sum + wrongPlace + silent + crashed, 0);
console.log(broken === 0 ? '每一处损坏都在原处三行之内报告，或者仍是有效的内容。' : `有 ${broken} 处损坏没有按要求报告。`);
if (broken > 0) process.exitCode = 1;
