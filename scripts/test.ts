// `npm test`: everything, in the order in which a fault is cheapest to find: lint, types, content, unit and build tests, browser.
// Runs all stages even when one fails; the last line says how many passed and failed; exits 1 when any failed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findBrowser } from '../src/rendering/browser.ts';

interface Count {
  passed: number;
  failed: number;
}

const reports = '.build/reports';

/** Runs a command of this project with its output shown. */
function run(command: string, args: string[], env: Record<string, string> = {}): boolean {
  console.log(`\n▶ ${[command, ...args].join(' ')}`);
  const windows = process.platform === 'win32';
  return spawnSync(command, args, { stdio: 'inherit', shell: windows, env: { ...process.env, ...env } }).status === 0;
}

const asOne = (passed: boolean): Count => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** A runner that broke off before writing its report has failed, once. */
function counted(report: string, ok: boolean, read: (json: never) => Count): Count {
  try {
    const count = read(JSON.parse(readFileSync(report, 'utf8')) as never);
    return ok || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function vitest(): Count {
  const report = `${reports}/vitest.json`;
  const ok = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  return counted(report, ok, (json: { numPassedTests: number; numFailedTests: number }) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
  }));
}

async function playwright(): Promise<Count> {
  try {
    // Asked here, once: unpacks the browser that came by npm before two workers want it, and says plainly when there is none.
    console.log(`\n浏览器：${await findBrowser()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
  const report = `${reports}/playwright.json`;
  const ok = run('playwright', ['test', '--reporter=line,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  return counted(report, ok, (json: { stats: { expected: number; unexpected: number; flaky: number } }) => ({
    passed: json.stats.expected,
    failed: json.stats.unexpected + json.stats.flaky,
  }));
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const counts = [
  asOne(run('biome', ['check', '--error-on-warnings'])),
  asOne(run('astro', ['check', '--minimumFailingSeverity', 'warning'])),
  asOne(run('node', ['scripts/check.ts'])),
  vitest(),
  await playwright(),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
if (failed > 0) process.exitCode = 1;
console.log(`\n${passed} passed, ${failed} failed`);
