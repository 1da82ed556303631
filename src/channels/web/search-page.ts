// The search page in the browser: asks the worker on every key, shows what it answers, keeps the address in step.
import type { Filters, FromWorker, Hit, SearchAnswer, SearchRequest } from '../../search/protocol.ts';

const form = document.querySelector<HTMLFormElement>('#search');
const box = document.querySelector<HTMLInputElement>('#query');
const list = document.querySelector<HTMLOListElement>('#results');
const status = document.querySelector<HTMLElement>('#status');
const nothing = document.querySelector<HTMLElement>('#nothing');
const more = document.querySelector<HTMLButtonElement>('#more');

if (form && box && list && status && nothing && more) start(form, box, list, status, nothing, more);

function start(
  form: HTMLFormElement,
  box: HTMLInputElement,
  list: HTMLElement,
  status: HTMLElement,
  nothing: HTMLElement,
  more: HTMLButtonElement,
): void {
  const pageSize = 20;
  /** Long enough not to search for half a syllable of an input method, short enough not to be felt. Unit: ms. */
  const pause = 120;
  const root = new URL(form.dataset['root'] ?? '/', location.href);
  const worker = new Worker(new URL('../../search/browser/worker.ts', import.meta.url), { type: 'module' });
  let request = 0;
  let limit = pageSize;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const selects = [...form.querySelectorAll('select')];
  const filters = (): Filters => Object.fromEntries(selects.map((select) => [select.name, select.value]));

  function element(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
    const made = document.createElement(tag);
    made.className = className;
    made.append(...children);
    return made;
  }

  function item(hit: Hit): HTMLElement {
    const link = document.createElement('a');
    link.href = new URL(hit.href.replace(/^\//, ''), root).href;
    link.textContent = hit.title;
    const about = element(
      'p',
      'about',
      element('span', 'tag', hit.kind),
      ...[hit.unit, hit.level && `${hit.level}风险`].flatMap((word) => (word ? [element('span', '', word)] : [])),
    );
    const excerpt = element('p', '', ...hit.excerpt.map(({ text, found }) => (found ? element('mark', '', text) : text)));
    return element('li', '', link, about, excerpt);
  }

  function show(answer: SearchAnswer): void {
    list.replaceChildren(...answer.hits.map(item));
    list.hidden = answer.hits.length === 0;
    nothing.hidden = answer.hits.length > 0;
    more.hidden = answer.hits.length >= answer.total;
    const query = box.value.trim();
    if (answer.total === 0) status.textContent = `没有找到与“${query}”有关的内容。`;
    else if (answer.answeredBy === 'near') status.textContent = `没有完全相同的，以下 ${answer.total} 条内容相近。`;
    else status.textContent = `找到 ${answer.total} 条。`;
  }

  function clear(): void {
    list.replaceChildren();
    list.hidden = true;
    nothing.hidden = true;
    more.hidden = true;
    status.textContent = '';
  }

  function ask(): void {
    const query = box.value.trim();
    const address = new URL(location.href);
    address.search = new URLSearchParams([['q', query], ...Object.entries(filters())].filter(([, value]) => value)).toString();
    history.replaceState(null, '', address);
    request += 1;
    if (query === '') {
      clear();
      return;
    }
    status.textContent = '正在查询……';
    const message: SearchRequest & { indexUrl: string } = {
      id: request,
      query,
      filters: filters(),
      limit,
      indexUrl: new URL('pagefind/', root).href,
    };
    worker.postMessage(message);
  }

  function askSoon(): void {
    clearTimeout(timer);
    limit = pageSize;
    timer = setTimeout(ask, pause);
  }

  const fail = () => {
    clear();
    status.textContent = '查询暂时用不了，请刷新页面再试，或者从清单里查找。';
    nothing.hidden = false;
  };

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.id !== request) return;
    if ('failed' in data) fail();
    else show(data);
  });
  worker.addEventListener('error', fail);
  box.addEventListener('input', askSoon);
  for (const select of selects) select.addEventListener('change', askSoon);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    limit = pageSize;
    ask();
  });
  more.addEventListener('click', () => {
    const shown = list.children.length;
    limit += pageSize;
    ask();
    // The first new result takes the focus, so that the keyboard goes on where it was.
    worker.addEventListener('message', () => list.children[shown]?.querySelector('a')?.focus(), { once: true });
  });

  const given = new URLSearchParams(location.search);
  box.value = given.get('q') ?? '';
  for (const select of selects) select.value = given.get(select.name) ?? '';
  if (box.value) ask();
  else box.focus({ preventScroll: true });
}
