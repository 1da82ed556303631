// @ts-check
/// <reference lib="webworker" />
// The kiosk's fallback where only an address can be opened: keeps the whole site in the browser's own store and serves it without a
// network. A new release is stored beside the running one, every file against its SHA-256; one pointer, moved at the end and only when
// the attract screen asks, decides which is shown. A cut at any moment leaves the old one; what was fetched is not fetched again.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const root = new URL('./', location.href);

/** Parallel requests: enough to fill a line, few enough for an old box. */
const together = 6;

/** @typedef {{ release: string, files: Record<string, string> }} Manifest */

/** @param {string} release */
const storeOf = (release) => caches.open(`site-${release}`);
const notes = () => caches.open('notes');

/** @param {string} name @returns {Promise<string | undefined>} */
async function note(name) {
  return (await (await notes()).match(`/${name}`))?.text();
}

/** @param {string} name @param {string} text */
async function write(name, text) {
  await (await notes()).put(`/${name}`, new Response(text));
}

/** @param {ArrayBuffer} bytes */
async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Fetches one file and proves it. @param {string} path @param {string} expected */
async function proven(path, expected) {
  const response = await fetch(new URL(path, root), { cache: 'no-store' });
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  const bytes = await response.arrayBuffer();
  if ((await sha256(bytes)) !== expected) throw new Error(`校验不符：${path}`);
  return new Response(bytes, { headers: { 'content-type': response.headers.get('content-type') ?? 'application/octet-stream' } });
}

/** Stores the newest release whole. Answers whether it is another than the one shown. */
async function stage() {
  const response = await fetch(new URL('manifest.json', root), { cache: 'no-store' });
  if (!response.ok) throw new Error(`${response.status} manifest.json`);
  /** @type {Manifest} */
  const manifest = await response.json();
  const shown = await note('shown');
  if (manifest.release === shown) return false;
  const store = await storeOf(manifest.release);
  const have = new Set((await store.keys()).map(({ url }) => url));
  const old = shown ? await storeOf(shown) : undefined;
  /** @type {Manifest | undefined} */
  const before = shown ? JSON.parse((await note(`manifest-${shown}`)) ?? 'null') : undefined;
  const wanted = Object.entries(manifest.files).filter(([path]) => !have.has(new URL(path, root).href));
  const next = async () => {
    for (let entry = wanted.pop(); entry; entry = wanted.pop()) {
      const [path, hash] = entry;
      const address = new URL(path, root);
      const same = before?.files[path] === hash ? await old?.match(address) : undefined;
      await store.put(address, same ?? (await proven(path, hash)));
    }
  };
  await Promise.all(Array.from({ length: together }, next));
  await write(`manifest-${manifest.release}`, JSON.stringify(manifest));
  await write('staged', manifest.release);
  return true;
}

/** Shows what is staged, keeps the release before it, drops older ones. */
async function take() {
  const staged = await note('staged');
  if (!staged) return false;
  const before = await note('shown');
  await write('shown', staged);
  await (await notes()).delete('/staged');
  for (const name of await caches.keys())
    if (name.startsWith('site-') && name !== `site-${staged}` && name !== `site-${before}`) await caches.delete(name);
  return true;
}

/** @param {Request} request */
async function answer(request) {
  const shown = await note('shown');
  if (!shown) return fetch(request);
  const address = new URL(request.url);
  address.search = address.hash = '';
  if (address.pathname.endsWith('/')) address.pathname += 'index.html';
  const found = await (await storeOf(shown)).match(address);
  return found ?? new Response('本机内容中没有这一页', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => {
  const [port] = event.ports;
  const work = event.data === 'stage' ? stage() : take();
  event.waitUntil(
    work.then(
      (done) => port?.postMessage({ done }),
      (error) => port?.postMessage({ error: String(error) }),
    ),
  );
});
worker.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const ours = origin === location.origin && event.request.method === 'GET' && pathname.startsWith(root.pathname);
  // The worker's own questions, and what a machine's server would answer, go to the network.
  if (!ours || /\/(manifest\.json|build\.txt|service-worker\.js|machine\/state)$/.test(pathname)) return;
  event.respondWith(answer(event.request));
});
