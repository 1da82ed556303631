// The network of the search worker: a file comes whole or not at all. In: the scope whose `fetch` everything there uses, Pagefind too.
// Out: how many files did not come; Pagefind takes such a one for empty, and tells only the console.

/** A page instead of a file: what some servers and networks answer with when they have nothing. */
const isPage = ({ headers }: Response) => headers.get('Content-Type')?.startsWith('text/html') ?? false;

/** From now on `fetch` asks a second time, and fails for what is missing, cut off or a page. The count never goes back. */
export function watchedFetch(scope: { fetch: typeof fetch }): () => number {
  const plain = scope.fetch;
  let lost = 0;
  scope.fetch = async (...asked) => {
    const whole = async () => {
      const response = await plain(...asked);
      if (!response.ok || isPage(response)) throw new Error(`${response.status} ${response.url}`);
      return new Response(await response.arrayBuffer(), response);
    };
    try {
      return await whole().catch(whole);
    } catch (error) {
      lost += 1;
      throw error;
    }
  };
  return () => lost;
}
