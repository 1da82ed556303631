// What `npm run digest` and `npm run periodical` have in common: a period from the command line, the county behind it, and finished
// files, searched for personal data and put in place together. A fault leaves the last good files as they are.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentFaults, soundCounty } from '../src/integrations/content-check.ts';
import { PersonalDataInOutput, personalDataInFile } from '../src/integrations/output-audit.ts';
import type { County } from '../src/model/county.ts';
import { isoDate } from '../src/schema/fields.ts';
import type { PeriodView } from '../src/views/digest.ts';
import type { Period } from '../src/views/digest-sections.ts';
import { periodText } from '../src/views/wording.ts';
import { fail } from './command-line.ts';
import { writeWhole } from './whole-files.ts';

/** The options of both commands. */
export const periodOptions = { from: { type: 'string' }, to: { type: 'string' }, out: { type: 'string' } } as const;

export interface Artefact {
  /** What the name ends with, after the period: 短信8条.txt. */
  ending: string;
  content: string | Uint8Array;
  /** What the console says of it. */
  says: string;
}

/** Every fault of the dates and of what stands beside them; none where they make a period. */
export function faultsOfPeriod({ from, to }: { from?: string | undefined; to?: string | undefined }, beside: readonly string[]): string[] {
  const faults = [
    ['--from', '开始日期', from],
    ['--to', '结束日期', to],
  ].flatMap(([option, label, date]) => {
    if (date === undefined) return [`没有写${label} ${option}`];
    return isoDate.safeParse(date).success ? [] : [`${label}“${date}”不对：写成 2026-01-01 的样子，并且是日历上有的日子`];
  });
  if (faults.length === 0 && from && to && from > to) faults.push(`开始日期 ${from} 晚于结束日期 ${to}：对调，或者改正其中一个`);
  if (beside.length > 0) faults.push(`多写了 ${beside.join(' ')}；日期写在 --from、--to 后面`);
  return faults;
}

/** Names differ from run to run in the number they carry: the file of an earlier run is the one without it. */
const withoutNumber = (name: string) => name.replace(/\d+(?=[条字]\.)/, '');

async function put(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeWhole(new Map([...files].map(([name, content]) => [join(folder, name), content])));
  const replaced = new Set([...files.keys()].map(withoutNumber));
  for (const name of await readdir(folder)) {
    if (!files.has(name) && replaced.has(withoutNumber(name))) await rm(join(folder, name));
  }
}

async function audit(files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  const found: string[] = [];
  for (const [name, content] of files) {
    for (const data of await personalDataInFile(name, typeof content === 'string' ? Buffer.from(content) : content))
      found.push(`  ${name} 中有${data.name}`);
  }
  if (found.length > 0) throw new PersonalDataInOutput(`文稿里出现个人信息，不能发布：\n${found.join('\n')}`);
}

interface Product<View extends PeriodView> {
  /** 手机报: with it the names of the files begin. */
  name: string;
  folder: string;
  view: (county: County, period: Period) => View | undefined;
  artefacts: (view: View, county: County) => Artefact[] | Promise<Artefact[]>;
}

/** Makes the files of a period. Nothing in the period is no fault: it is said, and no file is written. */
export async function makeForPeriod<View extends PeriodView>(period: Period, product: Product<View>): Promise<void> {
  const { name, folder } = product;
  try {
    const county = await soundCounty();
    const view = product.view(county, period);
    if (!view) return void console.log(`${periodText(period)}没有可以登载的内容（内容日期 ${county.site.contentDate}），没有生成${name}。`);
    const artefacts = await product.artefacts(view, county);
    const named = artefacts.map((artefact) => ({ ...artefact, file: `${name}_${period.from}_${period.to}${artefact.ending}` }));
    const files = new Map(named.map(({ file, content }) => [file, content]));
    await audit(files);
    await put(folder, files);
    console.log([`已生成${view.period}的${name}：`, ...named.map(({ file, says }) => `  ${join(folder, file)}　${says}`)].join('\n'));
    if (period.to > county.site.contentDate)
      console.log(`提示：内容只到 ${county.site.contentDate}（site.yml 的 contentDate），这一期还没有结束。`);
    if (view.later > 0)
      console.log(
        `提示：有 ${view.later} 条记录在${periodText({ from: period.to, to: period.to })}以后又改过。每条记录只留最近一次变更，它们在这一期内若也改过，不在其中；每期结束后及时生成，就不会漏。`,
      );
  } catch (error) {
    if (error instanceof ContentFaults || error instanceof PersonalDataInOutput) {
      fail(error.message, `没有生成${name}，原有的文件没有改动。`);
    } else if ((error as NodeJS.ErrnoException).syscall) {
      fail(`写不进 ${folder}：检查它是不是文件夹、能否写入，里面的旧文件是否正打开着。原有的文件都还完整。`);
    } else throw error;
  }
}
