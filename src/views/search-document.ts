// What search knows of each page: made from the same views the pages are made of, not scraped from HTML.
// In: the county. Out: one document per record, unit, law, notice and standing page.

import type { County, DisclosedRecord } from '../model/county.ts';
import { recordKinds } from '../model/county.ts';
import { kinds } from '../schema/kinds.ts';
import { downloadsView } from './downloads.ts';
import { lawViews } from './laws.ts';
import { recordView } from './record.ts';
import type { SectionBody } from './record-view.ts';
import { downloadsUrl, noticeUrl, pageUrl, supervisionUrl, urlOf } from './urls.ts';
import { levelOf, plain } from './wording.ts';

export interface SearchDocument {
  href: string;
  title: string;
  /** Names people use, codes, document numbers: found, but not part of the text. */
  aliases: string[];
  /** Blocks of text; a phrase never runs from one into the next. */
  text: string[];
  kind: string;
  unit: string | undefined;
  /** Type of a power. */
  type: string | undefined;
  level: string | undefined;
  /** Of the document itself where it has a date of its own, otherwise of its disclosure. */
  year: string | undefined;
  /** Its title is what people look for; titles of the others say in many words what those are about. */
  sought: boolean;
}

const yearOf = (date: string) => date.slice(0, 4);

function textOf(body: SectionBody): string[] {
  switch (body.type) {
    case 'fields':
      return body.fields.flatMap(({ label, lines }) => [label, ...lines.map(plain)]);
    case 'items':
      return body.items;
    case 'prose':
      return body.text;
    case 'records':
      return body.records.map(({ text }) => text);
    case 'responsibilities':
      return body.responsibilities.flatMap(({ stage, text, post }) => [stage, text, post?.text ?? '']);
    case 'flow':
      return body.flow.steps.flatMap(({ name, detail, rights, documents, who, risks }) => [
        name,
        typeof who === 'string' ? who : (who?.text ?? ''),
        ...(body.brief ? [] : [detail ?? '', rights ?? '', ...documents, ...risks.map(({ text }) => text)]),
      ]);
    case 'chart':
      // The list of steps says the same.
      return [];
    case 'risks':
      return body.risks.flatMap(({ text, description }) => [text, description]);
    case 'measures':
      return body.measures.flatMap(({ text, says }) => [text, says]);
  }
}

function recordDocument(record: DisclosedRecord): SearchDocument {
  const view = recordView(record);
  return {
    href: view.href,
    title: view.title,
    aliases: [
      ...record.aliases,
      record.shortTitle ?? '',
      record.code ?? '',
      record.kind === 'rule' ? (record.documentNo ?? '') : '',
    ].filter(Boolean),
    text: [
      view.summary,
      view.unit.text,
      ...view.facts.flatMap(({ lines }) => lines.map(plain)),
      ...view.sections.flatMap(({ body }) => body.flatMap(textOf)),
    ].filter(Boolean),
    kind: view.kindLabel,
    unit: record.unit.shortTitle,
    type: record.kind === 'power' ? record.type : undefined,
    level: record.kind === 'risk' ? levelOf(record.severity).word : undefined,
    year: yearOf(record.kind === 'rule' ? record.issued : record.published),
    sought: ['power', 'rule', 'post'].includes(record.kind),
  };
}

export function searchDocuments(county: County): SearchDocument[] {
  const downloads = downloadsView(county);
  const none = { unit: undefined, type: undefined, level: undefined, year: undefined, sought: false };
  return [
    ...recordKinds.flatMap((kind) => county.records[kind].map(recordDocument)),
    ...county.units.map((unit) => ({
      href: urlOf(unit),
      title: unit.title,
      aliases: [unit.shortTitle, ...unit.aliases],
      kind: kinds.unit.label,
      ...none,
      unit: unit.shortTitle,
      sought: true,
      text: [unit.duties, unit.address ?? '', unit.phone ?? '', ...unit.powers.map(({ title }) => title)].filter(Boolean),
    })),
    ...lawViews(county).map((law) => ({
      href: law.href,
      title: law.title,
      aliases: [],
      kind: kinds.law.label,
      ...none,
      sought: true,
      text: [law.kind, law.details, ...law.citations.flatMap(({ article, records }) => [article, ...records.map(({ text }) => text)])],
    })),
    ...county.supervision.feedback.map((item) => ({
      href: `${supervisionUrl}#${item.id}`,
      title: item.title,
      aliases: item.aliases,
      kind: kinds.feedback.label,
      ...none,
      unit: item.unit.shortTitle,
      text: [item.question, item.answer, item.improvement ?? ''].filter(Boolean),
    })),
    ...county.notices.map((notice) => ({
      href: noticeUrl(notice.id),
      title: notice.title,
      aliases: notice.aliases,
      kind: kinds.notice.label,
      ...none,
      unit: notice.unit?.shortTitle,
      year: yearOf(notice.published),
      text: notice.prose,
    })),
    ...county.pages.map((page) => ({
      href: pageUrl(page.id),
      title: page.title,
      aliases: page.aliases,
      kind: kinds.page.label,
      ...none,
      text: page.prose,
    })),
    ...(county.books.length > 0
      ? [
          {
            href: downloadsUrl,
            title: '手册下载',
            aliases: ['下载', 'PDF', '打印'],
            kind: kinds.page.label,
            ...none,
            text: [...downloads.county, ...downloads.units].map(({ text }) => text),
          },
        ]
      : []),
  ];
}

export interface SearchFilter {
  name: 'kind' | 'unit' | 'type' | 'level' | 'year';
  label: string;
  words: string[];
}

/** What a search can be narrowed to, in the county's own order. A filter with a single word is no filter. */
export function searchFilters(county: County): SearchFilter[] {
  const documents = searchDocuments(county);
  const words = (name: SearchFilter['name']) => [...new Set(documents.flatMap((document) => document[name] ?? []))];
  const levels = ['高', '中', '低', '未评定'];
  const filters: SearchFilter[] = [
    { name: 'kind', label: '类别', words: words('kind') },
    { name: 'unit', label: '单位', words: words('unit') },
    { name: 'type', label: '权力类型', words: county.site.vocabulary.powerTypes.filter((type) => words('type').includes(type)) },
    { name: 'level', label: '风险等级', words: words('level').sort((a, b) => levels.indexOf(a) - levels.indexOf(b)) },
    { name: 'year', label: '年份', words: words('year').sort().reverse() },
  ];
  return filters.filter((filter) => filter.words.length > 1);
}

/** Names people use → official names, as the county lists them in site.yml. */
export function searchSynonyms({ site }: County): Record<string, string[]> {
  const synonyms: Record<string, string[]> = {};
  for (const { official, words } of site.synonyms) for (const word of words) synonyms[word] = [...(synonyms[word] ?? []), official];
  return synonyms;
}
