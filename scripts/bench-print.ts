// `npm run bench:print`: what printing costs and whether it is right, for a county of the size of a real one: 46 units, 2,281 risks,
// 2,635 measures, 46 charts, 304 rules, with 46 unit books and the county's. CPU seconds of all processes, so figures of a loaded
// machine can be compared. Linux only. Prints tables; asserts nothing.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordsOfUnit } from '../src/model/counts.ts';
import { disclosed } from '../src/model/disclosed.ts';
import { resolve } from '../src/model/resolve.ts';
import { readCountyFolder } from '../src/reading/county-folder.ts';
import { generatePrintedCounty, printedCounty } from '../tests/generated-county.ts';
import { bookFaults } from '../tests/print/checks.ts';

/** Clock ticks a second in /proc on every Linux we know. */
const ticks = 100;

/** CPU seconds so far of every process below `root`, by process id: those that have ended keep what was last seen. */
function sample(root: number, seen: Map<number, number>): void {
  const parents = new Map<number, number>();
  const used = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      parents.set(Number(name), Number(fields[1]));
      used.set(Number(name), (Number(fields[11]) + Number(fields[12])) / ticks);
    } catch {
      // Ended between the listing and the look.
    }
  }
  for (const [pid, seconds] of used) {
    let at = pid;
    while (at > 1 && at !== root && !seen.has(at)) at = parents.get(at) ?? 0;
    if (at === root || seen.has(at)) seen.set(pid, seconds);
  }
}

/** Runs the real command. Unit: seconds. */
async function run(content: string, out: string): Promise<{ cpu: number; wall: number; said: string }> {
  const started = performance.now();
  const child = spawn(process.execPath, ['scripts/handbook.ts', '--all', '--out', out], { env: { ...process.env, CONTENT_DIR: content } });
  const seen = new Map<number, number>();
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const timer = setInterval(() => sample(child.pid as number, seen), 100);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(timer);
  if (code !== 0) throw new Error(said);
  return { cpu: [...seen.values()].reduce((sum, seconds) => sum + seconds, 0), wall: (performance.now() - started) / 1000, said };
}

const folder = await mkdtemp(join(tmpdir(), 'bench-print-'));
try {
  const content = join(folder, 'content');
  await generatePrintedCounty(content, printedCounty);
  const [out, again] = [join(folder, 'out'), join(folder, 'again')];
  const first = await run(content, out);
  const unchanged = await run(content, out);
  const second = await run(content, again);
  const row = ({ cpu, wall, said }: Awaited<ReturnType<typeof run>>) => ({
    'CPU, s': cpu.toFixed(1),
    'wall, s': wall.toFixed(1),
    said: said.trim().split('\n').at(-1),
  });
  console.table({
    '46 unit books and the county book': row(first),
    'nothing changed': row(unchanged),
    'elsewhere, all again': row(second),
  });

  const county = resolve(disclosed((await readCountyFolder(content)).entries));
  const books = [
    { file: 'quanxian.pdf', units: county.units },
    ...county.units.map((unit) => ({ file: `units/${unit.id}.pdf`, units: [unit] })),
  ];
  const faults: string[] = [];
  for (const { file, units } of books) {
    const bytes = await readFile(join(out, file));
    if (!bytes.equals(await readFile(join(again, file)))) faults.push(`${file}: other bytes`);
    const promised = {
      ids: units.flatMap((unit) => recordsOfUnit(unit).map(({ id }) => id)),
      risks: units.flatMap(({ risks }) => risks.map(({ id }) => id)),
    };
    faults.push(...(await bookFaults(bytes, promised)).map((fault) => `${file}: ${fault}`));
  }
  console.log(`${books.length} books, ${faults.length} faults`);
  for (const fault of faults.slice(0, 50)) console.log(`  ${fault}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
