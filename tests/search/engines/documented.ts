// Pagefind as its documentation says: pages indexed as HTML, searched in a page that declares its language.

interface Documented {
  init(): Promise<void>;
  search(query: string): Promise<{ results: { id: string; data(): Promise<{ raw_url?: string; url: string }> }[] }>;
}

const address = '/documented/pagefind.js';
let pagefind: Documented;

window.engine = {
  async ready() {
    pagefind = (await import(/* @vite-ignore */ address)) as Documented;
    await pagefind.init();
    // `init` does not wait for what it loads; an empty search does.
    await pagefind.search('');
  },
  async search(query) {
    const { results } = await pagefind.search(query);
    const first = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return { all: results.map(({ id }) => id), first: first.map(({ raw_url, url }) => raw_url ?? url) };
  },
};
