// opensearch.xml, where the full address of the site is known.
import type { APIRoute } from 'astro';
import { publishedCounty } from '../reading/published.ts';
import { openSearch } from '../views/open-search.ts';

export async function getStaticPaths() {
  const { site } = await publishedCounty();
  return openSearch(site) === undefined ? [] : [{ params: { openSearch: 'opensearch' } }];
}

export const GET: APIRoute = async () =>
  new Response(openSearch((await publishedCounty()).site), { headers: { 'content-type': 'application/opensearchdescription+xml' } });
