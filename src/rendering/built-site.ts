// Opens pages of a built folder in a browser without a server: every request of the browser is answered from the folder.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { BrowserContext } from 'playwright-core';

/** Nobody has this host (RFC 2606), so nothing can leave the machine by it. */
export const builtSite = 'http://site.invalid';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
};

/** `change` may alter the text of a page on its way. */
export async function openBuiltSite(context: BrowserContext, folder: string, change = (html: string) => html): Promise<void> {
  await context.route('**/*', async (route) => {
    const path = normalize(decodeURIComponent(new URL(route.request().url()).pathname)).replaceAll('\\', '/');
    const file = path.endsWith('/') ? `${path}index.html` : path;
    try {
      const bytes = await readFile(join(folder, file));
      const body = file.endsWith('.html') ? change(bytes.toString('utf8')) : bytes;
      await route.fulfill({ body, contentType: types[extname(file)] ?? 'application/octet-stream' });
    } catch {
      await route.fulfill({ status: 404, body: '' });
    }
  });
}
