// A plain file server for the browser tests, as dumb as the one a county has: the same folder at / and under /zwgk/wgk/.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const [folder = 'dist', port = '4400'] = process.argv.slice(2);
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const path = decodeURIComponent(pathname).replace(/^\/zwgk\/wgk(?=\/)/, '');
  const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
  try {
    const body = await readFile(file);
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(body);
  } catch {
    const body = await readFile(join(folder, '404.html')).catch(() => '404');
    response.writeHead(404, { 'content-type': types['.html'] ?? '' }).end(body);
  }
}).listen(Number(port), '127.0.0.1');
