// `npm run build`: checks the content and builds the site beside the old one, then swaps them. When anything fails, the last good
// output stays as it was. In: the content folder (CONTENT_DIR). Out: dist/, or the folder given with --out; --channel kiosk builds
// the site of the lobby machine; --handbooks prints all handbooks first and offers them for download.
import { glob, rm, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'astro';
import { buildFile } from '../src/integrations/build-id.ts';
import { ContentFaults } from '../src/integrations/content-check.ts';
import { WayOut } from '../src/integrations/lock-in.ts';
import { PersonalDataInOutput } from '../src/integrations/output-audit.ts';
import type { PrintedBook } from '../src/model/county.ts';
import { booksList } from '../src/reading/printed-books.ts';
import { hashOf } from '../src/rendering/printed.ts';
import { commandLine, fail } from './command-line.ts';
import { runPrinting } from './print-command.ts';
import { isReplaceable, swapFolders } from './swap-folders.ts';

const usage = [
  '用法：npm run build [-- --out <文件夹>] [--channel kiosk] [--handbooks]',
  '检查内容并生成网站，默认放在 dist。内容有错误时不生成，原有的网站保持不变。',
  '  --channel kiosk  生成便民查询机的网页',
  '  --handbooks      先印出全部手册，放进网站供下载；没有变化的不重印',
].join('\n');

interface Order {
  out: string;
  channel: string;
  handbooks: boolean;
}

const channels = ['web', 'kiosk'];

/**
 * Prints all handbooks from the content that the site is then made of, and lists them. What has not changed since the last build into
 * the same folder is not printed again. Gives the folder of the PDFs; undefined when one could not be printed.
 */
async function printHandbooks(out: string): Promise<string | undefined> {
  const folder = resolve('.build/handbooks', hashOf(out).slice(0, 12));
  const printed = await runPrinting({ job: 'handbooks', out: folder }, '本手册');
  if (!printed) return undefined;
  const books = printed.map(async ({ id, file, pageCount }): Promise<PrintedBook> => ({ id, pageCount, size: (await stat(file)).size }));
  await writeFile(booksList(folder), JSON.stringify(await Promise.all(books)));
  return folder;
}

async function main(values: Order): Promise<void> {
  const out = resolve(values.out);
  const staged = `${out}.new`;
  const started = performance.now();
  if (!(await isReplaceable(out, buildFile)))
    return fail(`${out} 里有别的文件，不是以前生成的网站，不能换掉。请另写一个文件夹，或者先把它清空。`);
  // Read by astro.config.mjs.
  process.env['CHANNEL'] = values.channel;
  // What is built is what is published, whoever starts it: Astro lets variables of these names stand for its own, and a test runner sets
  // them, so that pages were built without their security policy.
  process.env['NODE_ENV'] = 'production';
  for (const name of ['PROD', 'DEV', 'MODE', 'SSR']) delete process.env[name];
  delete process.env['HANDBOOKS'];
  if (values.handbooks) {
    const folder = await printHandbooks(out);
    if (!folder) return fail('手册没有印全，没有生成网页，原有的网页没有改动。');
    process.env['HANDBOOKS'] = folder;
  }
  try {
    await rm(staged, { recursive: true, force: true });
    // What goes wrong is told below, in Chinese; Astro's own log would say it again in English.
    await build({ outDir: staged, logLevel: 'silent' });
    const pages = (await Array.fromAsync(glob('**/*.html', { cwd: staged }))).length;
    await swapFolders(staged, out);
    console.log(`已生成 ${pages} 个网页，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒，在 ${out}`);
  } catch (error) {
    // Where nothing can be written nothing can be taken away either.
    await rm(staged, { recursive: true, force: true }).catch(() => {});
    process.exitCode = 1;
    if (error instanceof ContentFaults) console.error('没有生成网页，原有的网页没有改动。');
    else if (error instanceof PersonalDataInOutput || error instanceof WayOut)
      console.error(`${error.message}\n没有生成网页，原有的网页没有改动。`);
    else console.error('生成网页时出错，原有的网页没有改动。\n', error);
  }
}

const given = commandLine(usage, {
  out: { type: 'string', default: 'dist' },
  channel: { type: 'string', default: 'web' },
  handbooks: { type: 'boolean', default: false },
});
if (given) {
  const { values } = given;
  if (!channels.includes(values.channel)) fail(`不认识渠道“${values.channel}”，可以写：${channels.join('、')}`);
  else if (values.handbooks && values.channel !== 'web') fail('查询机上不能下载，--handbooks 只用于网站。');
  else await main(values);
}
