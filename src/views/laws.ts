// Laws that are cited: their list, and for each its version and the powers and responsibilities that rest on it, by article.
import type { Basis, County, Law, Power, Responsibility } from '../model/county.ts';
import { lawUrl } from './urls.ts';
import { chineseDate, chineseNumber, type Link, linkTo } from './wording.ts';

export interface LawView {
  id: string;
  href: string;
  title: string;
  kind: string;
  status: string;
  /** Document number, issuer and version, as far as known. */
  details: string;
  supersededBy: Link | undefined;
  citations: { article: string; records: Link[] }[];
  count: number;
}

const groundsOf = (record: Power | Responsibility): Basis[] =>
  record.kind === 'power' ? [...record.basis, ...(record.fee?.basis ?? [])] : [...record.basis, ...record.accountabilityBasis];

function lawView(law: Law): LawView {
  const byArticle = new Map<number, (Power | Responsibility)[]>();
  for (const record of law.citedBy) {
    for (const { law: cited, article = 0 } of groundsOf(record)) {
      if (cited !== law) continue;
      const records = byArticle.get(article) ?? [];
      if (!records.includes(record)) byArticle.set(article, [...records, record]);
    }
  }
  return {
    id: law.id,
    href: lawUrl(law.id),
    title: law.title,
    kind: law.kind,
    status: law.status,
    details: [law.documentNo, law.issuer, law.versionDate && `${chineseDate(law.versionDate)}版本`, law.articles && `共 ${law.articles} 条`]
      .filter(Boolean)
      .join('，'),
    supersededBy: law.supersededBy && { text: law.supersededBy.title, href: lawUrl(law.supersededBy.id) },
    citations: [...byArticle]
      .sort(([a], [b]) => a - b)
      .map(([article, records]) => ({ article: article === 0 ? '整部' : `第${chineseNumber(article)}条`, records: records.map(linkTo) })),
    count: law.citedBy.length,
  };
}

/** Laws that are cited at least once, and what took their place; by rank, most cited first. */
export function lawViews(county: County): LawView[] {
  const ranks = ['法律', '行政法规', '地方性法规', '部门规章', '地方政府规章', '党内法规', '规范性文件'];
  const shown = new Set(county.laws.filter((law) => law.citedBy.length > 0).flatMap((law) => [law, law.supersededBy ?? law]));
  return county.laws
    .filter((law) => shown.has(law))
    .map(lawView)
    .sort((a, b) => ranks.indexOf(a.kind) - ranks.indexOf(b.kind) || b.count - a.count);
}
