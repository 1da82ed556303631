// The Astro collections: the kinds whose records have a prose body, through the county's own reader. Everything else about a
// record comes from the county itself (src/reading/published.ts), read once a build.
import { defineCollection } from 'astro:content';
import { countyLoader } from './reading/loader.ts';

export const collections = {
  rule: defineCollection({ loader: countyLoader('rule') }),
  notice: defineCollection({ loader: countyLoader('notice') }),
  page: defineCollection({ loader: countyLoader('page') }),
};
