// The list pages: all records of a kind, or those of one unit, type or level, in pages of a hundred.
// Facets are plain links, each to a list of its own, so filtering works without script.
import { type County, type DisclosedRecord, disclosureKinds, type RecordKind, recordKinds } from '../model/county.ts';
import { lastChange } from '../model/order.ts';
import { recordLine } from './record-parts.ts';
import type { RecordLine } from './record-view.ts';
import { listUrl, slugOf } from './urls.ts';
import { levelOf } from './wording.ts';

export interface FacetOption {
  text: string;
  href: string;
  count: number;
  current: boolean;
}
export interface Facet {
  label: string;
  options: FacetOption[];
}
export interface ListItem extends RecordLine {
  unit: string;
  date: string;
}

export interface ListView {
  kind: RecordKind;
  href: string;
  title: string;
  lead: string;
  /** Records in this list, over all its pages. */
  total: number;
  /** What this list is narrowed to, if it is. */
  narrowedTo: string | undefined;
  facets: Facet[];
  items: ListItem[];
  page: { number: number; count: number; previous: string | undefined; next: string | undefined };
}

/** Long enough to scroll through, short enough for a phone: about 12 KB compressed. */
export const pageSize = 100;

const titles: Record<RecordKind, [title: string, lead: string]> = {
  power: ['权力公开', '各单位有哪些权力，依据哪部法律行使。'],
  responsibility: ['责任公开', '每项权力的每个环节谁负责，失职怎样追究。'],
  flow: ['流程公开', '一步一步怎么办，谁办，多久办完，风险在哪一步。'],
  rule: ['制度公开', '按什么规矩办，制度全文可查。'],
  risk: ['风险公开', '权力在哪里容易被滥用，谁来防，怎么防。'],
  measure: ['防控措施', '每个风险点对应的防控措施：谁、什么时候、做什么、留下什么记录。'],
  post: ['岗位', '公开到岗位：岗位职责、承担的责任和岗位风险。'],
};

interface FacetDefinition {
  name: string;
  label: string;
  of(record: DisclosedRecord): { text: string; slug: string };
}

const byUnit: FacetDefinition = { name: 'unit', label: '单位', of: ({ unit }) => ({ text: unit.shortTitle, slug: unit.id }) };
const byWord = (name: string, label: string, word: (record: DisclosedRecord) => string): FacetDefinition => ({
  name,
  label,
  of: (record) => ({ text: word(record), slug: slugOf(word(record)) }),
});

const facetsOf: Record<RecordKind, FacetDefinition[]> = {
  power: [byUnit, byWord('type', '类型', (record) => (record.kind === 'power' ? record.type : ''))],
  responsibility: [byUnit],
  flow: [byUnit],
  rule: [byUnit],
  risk: [
    {
      name: 'level',
      label: '等级',
      of: (record) => {
        const level = levelOf(record.kind === 'risk' ? record.severity : 'unrated');
        return { text: level.word, slug: level.name };
      },
    },
    byWord('category', '类别', (record) => (record.kind === 'risk' ? record.category : '')),
    byUnit,
  ],
  measure: [byUnit, byWord('way', '方式', (record) => (record.kind === 'measure' ? record.way : ''))],
  post: [byUnit],
};

interface Narrowing {
  facet: FacetDefinition;
  slug: string;
  text: string;
}

function facetOptions(
  kind: RecordKind,
  records: readonly DisclosedRecord[],
  facet: FacetDefinition,
  current: Narrowing | undefined,
): FacetOption[] {
  const options = new Map<string, FacetOption>();
  for (const record of records) {
    const { text, slug } = facet.of(record);
    const option = options.get(slug);
    if (option) option.count += 1;
    else
      options.set(slug, {
        text,
        href: listUrl(kind, { name: facet.name, slug }),
        count: 1,
        current: current?.facet === facet && current.slug === slug,
      });
  }
  const found = [...options.values()];
  if (facet.name !== 'level') return found;
  const order = ['高', '中', '低', '未评定'];
  return found.sort((a, b) => order.indexOf(a.text) - order.indexOf(b.text));
}

function pagesOf(kind: RecordKind, all: readonly DisclosedRecord[], narrowing: Narrowing | undefined): ListView[] {
  const records = narrowing ? all.filter((record) => narrowing.facet.of(record).slug === narrowing.slug) : all;
  const facets = facetsOf[kind]
    .map((facet) => ({ label: facet.label, options: facetOptions(kind, all, facet, narrowing) }))
    .filter(({ options }) => options.length > 1);
  const count = Math.ceil(records.length / pageSize);
  const address = (page: number) => listUrl(kind, narrowing && { name: narrowing.facet.name, slug: narrowing.slug }, page);
  return Array.from({ length: count }, (_, index) => ({
    kind,
    href: address(index + 1),
    title: titles[kind][0],
    lead: titles[kind][1],
    total: records.length,
    narrowedTo: narrowing && `${narrowing.facet.label}：${narrowing.text}`,
    facets,
    items: records
      .slice(index * pageSize, (index + 1) * pageSize)
      .map((record) => ({ ...recordLine(record), unit: record.unit.shortTitle, date: lastChange(record) })),
    page: {
      number: index + 1,
      count,
      previous: index > 0 ? address(index) : undefined,
      next: index + 1 < count ? address(index + 2) : undefined,
    },
  }));
}

/** Every list page of the site. A kind without records has none: no empty column is ever shown. */
export function listViews(county: County): ListView[] {
  return recordKinds.flatMap((kind) => {
    const all: readonly DisclosedRecord[] = county.records[kind];
    const narrowed = facetsOf[kind].flatMap((facet) => {
      const words = new Map(
        all.map((record) => {
          const { slug, text } = facet.of(record);
          return [slug, text];
        }),
      );
      return words.size > 1 ? [...words].map(([slug, text]) => ({ facet, slug, text })) : [];
    });
    return [undefined, ...narrowed].flatMap((narrowing) => pagesOf(kind, all, narrowing));
  });
}

export interface Entrance {
  kind: RecordKind;
  href: string;
  title: string;
  lead: string;
  count: number;
  counter: string;
}

/** The five entrances of the home page, with live counts. */
export function entrances(county: County): Entrance[] {
  const leads: Record<(typeof disclosureKinds)[number], string> = {
    power: '谁有什么权力，依据哪部法律',
    responsibility: '每项权力谁负责，失职怎样追究',
    flow: '一步一步怎么办，谁办，几天办完',
    rule: '按什么规矩办，全文可查',
    risk: '哪里容易出问题，怎么防',
  };
  return disclosureKinds
    .map((kind) => ({
      kind,
      href: listUrl(kind),
      title: titles[kind][0],
      lead: leads[kind],
      count: county.records[kind].length,
      counter: kind === 'risk' ? '个' : '项',
    }))
    .filter(({ count }) => count > 0);
}

/** Chinese name of a kind's list. */
export function listTitle(kind: RecordKind): string {
  return titles[kind][0];
}
