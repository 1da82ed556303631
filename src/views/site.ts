// What every page shows of the site around its own content: names, phones, and the columns that exist only once they are filled.
import type { County } from '../model/county.ts';
import type { SiteRecord } from '../schema/site.ts';
import { downloadsUrl, noticesUrl, supervisionUrl } from './urls.ts';
import type { Link } from './wording.ts';

export interface SiteView extends SiteRecord {
  /** Columns beside the five disclosures that have something in them. */
  columns: Link[];
}

export function siteView({ site, supervision, notices, books }: County): SiteView {
  const columns: Link[] = [];
  if (Object.values(supervision).some((items) => items.length > 0)) columns.push({ text: '监督检查和意见反馈', href: supervisionUrl });
  if (notices.length > 0) columns.push({ text: '公告', href: noticesUrl });
  if (books.length > 0) columns.push({ text: '手册下载', href: downloadsUrl });
  return { ...site, columns };
}
