// The description by which a browser offers this site's search in its address bar (OpenSearch 1.1).
// In: the site. Out: the XML text; nothing while the site's full address is not known, since OpenSearch takes no relative one.
import type { SiteRecord } from '../schema/site.ts';
import { escaped } from './markup.ts';
import { searchUrl } from './urls.ts';

/** OpenSearch allows a short name of 16 characters at most. */
const longestName = 16;

export function openSearch({ county, title, homepage }: SiteRecord): string | undefined {
  if (!homepage) return undefined;
  const template = `${homepage.replace(/\/$/, '')}${searchUrl}?q={searchTerms}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escaped([...`${county}权力公开`].slice(0, longestName).join(''))}</ShortName>
  <Description>${escaped(`查${title}`)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>zh-CN</Language>
  <Url type="text/html" template="${escaped(template)}"/>
</OpenSearchDescription>
`;
}
