// Meta tags that a government site must carry (政府网站发展指引, 国办发〔2017〕47号, 附件: 网页标签规范).
// In: the site and what the page is. Out: name–content pairs in the order of the standard.
import type { SiteRecord } from '../../schema/site.ts';

export type PageMeta =
  | { type: 'home'; description: string }
  | { type: 'list'; title: string; description: string; keywords: string[] }
  | { type: 'article'; title: string; description: string; keywords: string[]; column: string; source: string; published: string };

export interface MetaTag {
  name: string;
  content: string;
}

/** Only the day is known from the data; the standard wants a time as well. */
const dateTime = (date: string) => `${date} 00:00`;

export function metaTags(site: SiteRecord, meta: PageMeta): MetaTag[] {
  const tags: [string, string | undefined][] = [
    ['SiteName', site.title],
    ['SiteDomain', site.domain],
    ['SiteIDCode', site.siteIdCode],
  ];
  if (meta.type === 'list') {
    tags.push(
      ['ColumnName', meta.title],
      ['ColumnDescription', meta.description],
      ['ColumnKeywords', meta.keywords.join(',')],
      ['ColumnType', '权力公开'],
    );
  }
  if (meta.type === 'article') {
    tags.push(
      ['ColumnName', meta.column],
      ['ColumnType', '权力公开'],
      ['ArticleTitle', meta.title],
      ['PubDate', dateTime(meta.published)],
      ['ContentSource', meta.source],
      ['Keywords', meta.keywords.join(',')],
    );
  }
  tags.push(['Description', meta.description]);
  return tags.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}
