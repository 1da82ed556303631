// A file server that compresses as county servers do, and counts what it sends. Files that are packed already go as they are.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json' };

export interface Served {
  address: string;
  /** Bytes of all bodies sent so far: the word list of this project, and everything else. */
  sent(): { wordList: number; other: number };
  close(): Promise<void>;
}

export async function serveFolder(folder: string): Promise<Served> {
  const packed = new Map<string, { body: Buffer; encoded: boolean }>();
  const bytes = { wordList: 0, other: 0 };
  async function file(path: string): Promise<{ body: Buffer; encoded: boolean }> {
    const known = packed.get(path);
    if (known) return known;
    const raw = await readFile(path);
    const encoded = extname(path) in types;
    const made = { body: encoded ? gzipSync(raw, { level: 6 }) : raw, encoded };
    packed.set(path, made);
    return made;
  }
  const server = createServer(async ({ url = '/' }, response) => {
    const path = join(folder, normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname)));
    try {
      const { body, encoded } = await file(path);
      bytes[path.endsWith('terms.json') ? 'wordList' : 'other'] += body.length;
      response
        .writeHead(200, {
          'content-type': types[extname(path)] ?? 'application/octet-stream',
          ...(encoded ? { 'content-encoding': 'gzip' } : {}),
        })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => ({ ...bytes }),
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
