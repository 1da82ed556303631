// Is there something new, and is it whole? In: the address of the site's root and the id of the build that is shown. Out: the new
// page, once the server gives it complete with everything it needs; undefined at any doubt, and then what is shown stays.

export interface NewVersion {
  document: Document;
  /** It needs other scripts or style sheets than those that run: only a reload brings them. */
  needsReload: boolean;
}

async function get(address: string, patience: number): Promise<Response | undefined> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    const response = await fetch(address, { cache: 'no-store', signal: abort.signal });
    return response.ok ? response : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** The files a page needs beside itself, as full addresses. */
function filesOf(page: Document): string[] {
  const sheets = Array.from(page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'), ({ href }) => href);
  const scripts = Array.from(page.querySelectorAll<HTMLScriptElement>('script[src]'), ({ src }) => src);
  return [...sheets, ...scripts].sort();
}

/** Complete to the last tag, of the build that was announced, with as many slides as it says it has. */
function whole(html: string, build: string): Document | undefined {
  if (!/<\/html>\s*$/.test(html)) return undefined;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const stage = page.querySelector<HTMLElement>('.stage');
  const slides = page.querySelectorAll('.slide[data-number]').length;
  return page.documentElement.dataset['build'] === build && stage && Number(stage.dataset['slides']) === slides ? page : undefined;
}

/** `learn` is told the server's time on the way. Never throws. */
export async function newVersion(root: string, shown: string, learn: (date: string | null) => void): Promise<NewVersion | undefined> {
  const announced = await get(`${root}build.txt`, 8000);
  if (!announced) return undefined;
  learn(announced.headers.get('date'));
  const build = (await announced.text().catch(() => '')).trim();
  if (build === shown || !/^[0-9a-f]{16}$/.test(build)) return undefined;
  const answer = await get(location.href, 15_000);
  const page = answer && whole(await answer.text().catch(() => ''), build);
  if (!page) return undefined;
  const running = filesOf(document);
  const others = filesOf(page).filter((file) => !running.includes(file));
  for (const file of others) {
    const found = await get(file, 15_000);
    if (!found || (await found.text().catch(() => '')) === '') return undefined;
  }
  return { document: page, needsReload: others.length > 0 };
}
