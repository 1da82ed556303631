// Counties of any size, for measuring and for tests that need many records: written as real files, valid, the same for the same numbers.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Records a generated unit holds: powers, responsibilities, a flow and a rule each, risks, measures, posts. */
const perUnit = { posts: 10, powers: 20, flows: 10, rules: 10, responsibilities: 40, risks: 50, measures: 60 };
export const recordsPerUnit = Object.values(perUnit).reduce((sum, count) => sum + count, 0);

/** How many of each a unit gets. */
type Counts = typeof perUnit;

/** The size of a county that printed its disclosure: 46 units with 2,281 risks, 2,635 measures, 46 charts and 304 rules. */
export const printedCounty = {
  units: 46,
  risks: 2281,
  measures: 2635,
  flows: 46,
  rules: 304,
  powers: 92,
  responsibilities: 184,
  posts: 230,
};

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Sentences differ by numbers in Chinese digits, so that no two records read alike. */
const numeral = (value: number) => [...String(value)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');

/** `wordy` sentences are as long as those of real offices. */
function unitFiles(unit: number, counts: Counts = perUnit, wordy = false): Record<string, string> {
  // Measures beyond one a risk: in a wordy county each serves one risk more, as in real ones; in the others they are shared.
  const extra = counts.measures - counts.risks;
  const more = (text: string) => (wordy ? text : '');
  const id = `u${unit}`;
  const name = `第${numeral(unit)}`;
  const published = 'published: 2026-01-05';
  const files: Record<string, string> = {
    'unit.yml': `title: 大县${name}局\nshortTitle: ${name}局\nkind: 县直部门\ngroup: 综合\norder: ${unit}\nduties: 负责${name}方面的工作。\n${published}\n`,
    'posts.yml': range(counts.posts)
      .map((i) => `- id: ${id}-gw${i}\n  title: ${name}局${numeral(i)}号岗\n  duties: [办理${numeral(i)}类事项]\n  ${published}\n`)
      .join(''),
    'powers.yml': range(counts.powers)
      .map(
        (i) =>
          `- id: ${id}-ql${i}\n  title: ${name}局${numeral(i)}项审批\n  type: 行政许可\n  basis: [{ law: xuke-fa, article: ${(i % 80) + 1} }]\n  posts: [${id}-gw${i % counts.posts}]\n  flow: ${id}-lc${i % counts.flows}\n  rules: [${id}-zd${i % counts.rules}]\n  conditions: [符合${numeral(unit)}号规划, 材料齐全]\n  ${published}\n`,
      )
      .join(''),
    'responsibilities.yml': range(counts.responsibilities)
      .map(
        (i) =>
          `- id: ${id}-zr${i}\n  power: ${id}-ql${i % counts.powers}\n  post: ${id}-gw${i % counts.posts}\n  stage: ${i % 2 ? '决定' : '受理'}\n  text: 对${name}局第${numeral(i)}类申请在五个工作日内作出书面答复\n  accountability: [${name}局第${numeral(i)}类申请逾期不作书面答复]\n  ${published}\n`,
      )
      .join(''),
    'risks.yml': range(counts.risks)
      .map(
        (i) =>
          `- id: ${id}-fx${i}\n  title: ${name}局${numeral(i)}号风险\n  description: 经办人在${name}局第${numeral(i)}类事项中对熟人放宽标准${more('，材料不齐也予受理，对不熟悉的申请人反复要求补正、不一次性告知，收受财物或者接受宴请')}\n  category: 业务流程\n  severity: ${(i % 3) + 1}\n  powers: [${id}-ql${i % counts.powers}]\n  steps: [${id}-lc${i % counts.flows}/${wordy ? ['tichu', 'shencha', 'fazheng'][i % 3] : 'shencha'}]\n  post: ${id}-gw${i % counts.posts}\n  measures: [${id}-cs${i}${i < extra || !wordy ? `, ${id}-cs${counts.risks + (i % extra)}` : ''}]\n  ${published}\n`,
      )
      .join(''),
    'measures.yml': range(counts.measures)
      .map(
        (i) =>
          `- id: ${id}-cs${i}\n  title: ${name}局${numeral(i)}号措施\n  text: 每月由另一名经办人复核${name}局第${numeral(i)}类事项并登记台账${more('，抽查比例不低于三成，发现一件倒查一件，结果在局务会上通报并计入年度考核')}\n  way: 程序\n  post: ${id}-gw${i % counts.posts}\n  rules: [${id}-zd${i % counts.rules}]\n  ${published}\n`,
      )
      .join(''),
  };
  for (const i of range(counts.flows)) {
    files[`flows/${id}-lc${i}.yml`] =
      `title: ${name}局${numeral(i)}号流程\n${published}\nlanes:\n  - { id: shenqing, name: 申请人, public: true }\n  - { id: ju, name: 本局 }\nsteps:\n  - { id: tichu, kind: start, lane: shenqing, name: 提出申请, actor: 申请人, next: shencha }\n  - { id: shencha, kind: decision, lane: ju, name: 是否符合条件？, post: ${id}-gw${i % counts.posts}, limit: 5个工作日, next: [{ to: fazheng, when: 符合 }, { to: tichu, when: 不齐全, back: 补正 }] }\n  - { id: fazheng, kind: end, lane: ju, name: 发证, post: ${id}-gw${(i + 1) % counts.posts} }\n`;
  }
  for (const i of range(counts.rules)) {
    files[`rules/${id}-zd${i}.mdx`] =
      `---\ntitle: ${name}局${numeral(i)}号制度\nissuer: 大县${name}局\nissued: "2025"\n${published}\n---\n\n${range(12)
        .map((n) => `**第${numeral(n + 1)}条**　${name}局办理${numeral(i)}类事项，应当在${numeral(n)}号登记簿上逐件登记，由两人签字。`)
        .join('\n\n')}\n`;
  }
  return files;
}

/** Writes a valid county of about `records` records into a folder. */
export async function generateCounty(folder: string, records: number): Promise<void> {
  await writeCounty(
    folder,
    range(Math.ceil(records / recordsPerUnit)).map((unit) => unitFiles(unit)),
  );
}

/** Writes a county with exactly these totals, spread over its units as evenly as they go, and a handbook of all of them. */
export async function generatePrintedCounty(folder: string, { units, ...totals }: typeof printedCounty): Promise<void> {
  const share = (total: number, unit: number) => Math.floor(((unit + 1) * total) / units) - Math.floor((unit * total) / units);
  const countsOf = (unit: number) =>
    Object.fromEntries(Object.entries(totals).map(([kind, total]) => [kind, share(total, unit)])) as Counts;
  await writeCounty(
    folder,
    range(units).map((unit) => unitFiles(unit, countsOf(unit), true)),
  );
  await mkdir(join(folder, 'handbooks'));
  await writeFile(
    join(folder, 'handbooks/quanxian.yml'),
    `title: 大县权力公开手册\nunits: [${range(units)
      .map((unit) => `u${unit}`)
      .join(', ')}]\n`,
  );
}

async function writeCounty(folder: string, units: Record<string, string>[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'site.yml'),
    'county: 大县\ntitle: 大县公开平台\nslogan: 一查便知\nlead: 生成的县。\ndemonstration: 生成的数据。\norganiser: 大县人民政府办公室\nsupervisor: 大县纪委\nhotlines: [{ name: 举报电话, phone: "12388" }]\nvocabulary: { unitKinds: [县直部门], unitGroups: [综合], powerTypes: [行政许可], riskCategories: [业务流程], measureWays: [程序] }\ncontentDate: 2026-11-01\n',
  );
  await writeFile(join(folder, 'laws.yml'), '- { id: xuke-fa, title: 中华人民共和国行政许可法, kind: 法律, articles: 83 }\n');
  for (const page of ['about', 'report', 'accessibility']) {
    await mkdir(join(folder, 'pages'), { recursive: true });
    await writeFile(join(folder, `pages/${page}.mdx`), '---\ntitle: 说明\npublished: 2026-01-05\n---\n\n生成的页面。\n');
  }
  for (const [unit, files] of units.entries()) {
    for (const [file, text] of Object.entries(files)) {
      const path = join(folder, 'units', `u${unit}`, file);
      await mkdir(join(path, '..'), { recursive: true });
      await writeFile(path, text);
    }
  }
}
