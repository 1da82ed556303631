// The search page in the browser: asks while someone types, shows what comes in, keeps the address in step.
import { searchClient } from '../../../search/browser/client.ts';
import { type FilterCounts, type FilterName, type Filters, filterNames, type SearchAnswer } from '../../../search/protocol.ts';
import { combobox } from './combobox.ts';
import { asked, remember, shown, write } from './search-address.ts';
import { answeredLine, resultItem, suggestionLinks } from './search-results.ts';

const pageSize = 10;
/** Long enough not to search for half a word of an input method, short enough not to be felt. Unit: ms. */
const pause = 120;

/** The element of the page; the page always has it. */
function part<E extends Element>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} on the search page`);
  return found;
}

const form = part<HTMLFormElement>('#search');
const box = part<HTMLInputElement>('#query');
const list = part<HTMLOListElement>('#results');
const status = part<HTMLElement>('#status');
const others = part<HTMLElement>('#others');
const nothing = part<HTMLElement>('#nothing');
const more = part<HTMLButtonElement>('#more');
const filterBox = part<HTMLDetailsElement>('#filters');

const root = new URL('../', form.action);
const client = searchClient(root);
const selects = [...filterBox.querySelectorAll('select')];
const filters = (): Filters => Object.fromEntries(selects.map((select) => [select.name, select.value]));
const words = Object.fromEntries(
  selects.map((select) => [select.name, [...select.options].flatMap(({ value }) => value || [])]),
) as Partial<Record<FilterName, string[]>>;

let limit = pageSize;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The next change begins a new entry of the history: what stands there was asked for on purpose. */
let settled = true;
function showCounts(counts: FilterCounts | undefined): void {
  for (const select of selects) {
    for (const option of select.options) {
      const count = counts?.[select.name as FilterName]?.[option.value];
      if (option.value) option.textContent = count === undefined ? option.value : `${option.value}（${count}）`;
    }
  }
}

/** Counts cost a little more than a search, so they come only when the filters are open. */
function count(): void {
  const query = box.value.trim();
  if (query === '') showCounts(undefined);
  else client.counts(query, filters(), words, showCounts);
}

function show(answer: SearchAnswer, focusFrom: number | undefined): void {
  const kept = focusFrom ?? 0;
  const items = answer.hits.map((hit) => resultItem(hit, root));
  // While results come in, the list keeps its height, so that nothing below it jumps.
  list.style.minHeight = answer.complete ? '' : `${list.offsetHeight}px`;
  if (focusFrom === undefined) list.replaceChildren(...items);
  else list.append(...items.slice(list.children.length));
  list.hidden = items.length === 0;
  nothing.hidden = items.length > 0;
  // What stands above the list comes with its first results, so that these do not jump when the last have come.
  status.textContent = answeredLine(answer, box.value.trim());
  others.replaceChildren(...suggestionLinks(answer));
  if (!answer.complete) return;
  form.removeAttribute('data-busy');
  more.hidden = items.length >= answer.total;
  if (focusFrom !== undefined) list.children[kept]?.querySelector('a')?.focus();
}

function clear(): void {
  list.replaceChildren();
  others.replaceChildren();
  for (const item of [list, nothing, more]) item.hidden = true;
  list.style.minHeight = '';
  status.textContent = '';
  form.removeAttribute('data-busy');
}

/** `focusFrom`: the first of the results that are added, which takes the focus; `scroll`: where the page stood when it was left. */
function ask({ focusFrom, scroll }: { focusFrom?: number; scroll?: number } = {}): void {
  const query = box.value.trim();
  if (filterBox.open) count();
  if (query === '') {
    client.search(
      { query, filters: {}, limit: 0 },
      () => {},
      () => {},
    );
    clear();
    return;
  }
  form.setAttribute('data-busy', '');
  client.search(
    { query, filters: filters(), limit },
    (answer) => {
      show(answer, focusFrom);
      if (answer.complete && scroll) scrollTo({ top: scroll, behavior: 'instant' });
    },
    () => {
      clear();
      status.textContent = '查询暂时用不了，请检查网络后刷新页面，或者从清单里查找。';
      nothing.hidden = false;
    },
  );
}

/** What stands in the form goes into the address and is searched for. `typing`: more may come. */
function changed(typing: boolean): void {
  clearTimeout(timer);
  limit = pageSize;
  write({ query: box.value.trim(), filters: filters() }, settled);
  settled = !typing;
  if (typing) timer = setTimeout(ask, pause);
  else ask();
}

/** The form takes what the address says. */
function restore(): void {
  const { query, filters: given } = asked();
  box.value = query;
  for (const select of selects)
    select.value = [...select.options].some(({ value }) => value === given[select.name as FilterName])
      ? (given[select.name as FilterName] ?? '')
      : '';
  const { limit: before = pageSize, scroll = 0 } = shown();
  limit = before;
  settled = true;
  if (filterNames.some((name) => given[name])) filterBox.open = true;
  ask({ scroll });
}

const suggestions = combobox(box, { suggest: client.suggest, choose: () => changed(false) });
// Half a syllable of an input method is not searched for; its last event comes without composing.
box.addEventListener('input', (event) => {
  if (!(event as InputEvent).isComposing) changed(true);
});
box.addEventListener('compositionend', () => changed(true));
for (const select of selects) select.addEventListener('change', () => changed(false));
filterBox.addEventListener('toggle', () => {
  if (filterBox.open) count();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  suggestions.close();
  changed(false);
});
others.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  box.value = link.textContent;
  changed(false);
});
more.addEventListener('click', () => {
  const before = list.children.length;
  limit += pageSize;
  ask({ focusFrom: before });
});
list.addEventListener('click', () => remember({ limit, scroll: scrollY }));
addEventListener('popstate', restore);
history.scrollRestoration = 'manual';

restore();
if (!box.value) box.focus({ preventScroll: true });
