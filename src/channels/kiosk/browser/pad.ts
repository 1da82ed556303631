// The letter pad in the browser: keys, results in pages that fit, letters that lead nowhere switched off. Letters and page are kept
// for the visit, so that 返回 leads back to what was found.
import { type Pad, type PadAnswer, type PadHit, pad } from '../../../search/pad.ts';

const element = <E extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as E;
const box = element('pad');
const root = document.body.dataset['root'] ?? '/';
const [typed, count, hits, pageText] = [element('typed'), element('count'), element('hits'), element('page')];
const [clear, erase, previous, next] = ['clear', 'erase', 'previous', 'next'].map((id) => element<HTMLButtonElement>(id)) as [
  HTMLButtonElement,
  HTMLButtonElement,
  HTMLButtonElement,
  HTMLButtonElement,
];
const keys = Array.from(document.querySelectorAll<HTMLButtonElement>('[data-letter]'));
const introduction = count.textContent;

/** Longest row of letters: more than any name needs. */
const mostLetters = 16;

let titles: Pad | undefined;
let places: string[][] = [];
let letters = sessionStorage.getItem('letters') ?? '';
let shown = Number(sessionStorage.getItem('letters-page') ?? 0);

function marked({ name, title, from, to }: PadHit): Node[] {
  const mark = document.createElement('mark');
  mark.textContent = name.slice(from, to);
  const parts = [new Text(name.slice(0, from)), mark, new Text(name.slice(to))];
  return name === title ? parts : [new Text(`${title}（又称`), ...parts, new Text('）')];
}

/** A record as a link; where its address is not loaded yet, as words. */
function item(hit: PadHit): HTMLElement {
  const [href, kind, unit] = places[hit.record] ?? [];
  const link = document.createElement('a');
  if (href) link.href = root + href.slice(1);
  const name = document.createElement('span');
  name.append(...marked(hit));
  const note = document.createElement('small');
  note.textContent = [kind, unit].filter(Boolean).join('　');
  link.append(name, note);
  const line = document.createElement('li');
  line.append(link);
  return line;
}

/** As many as fit: lines are cut to one, so the first is as high as all. */
function fitting(): number {
  const first = hits.firstElementChild as HTMLElement | null;
  return Math.max(3, first ? Math.floor(hits.clientHeight / first.offsetHeight) : 6);
}

function show(): void {
  if (!titles) return;
  const answer: PadAnswer = letters
    ? titles.search(letters)
    : {
        hits: (box.dataset['common'] ?? '').split('\t').flatMap((word) => titles?.named(word) ?? []),
        next: titles.search('').next,
      };
  typed.textContent = letters.toUpperCase();
  count.textContent = !letters
    ? `${introduction}常查的有：`
    : answer.hits.length > 0
      ? `找到 ${answer.hits.length} 条`
      : '没有找到，请按“退格”再试';
  hits.replaceChildren(...answer.hits.slice(0, 1).map(item));
  const size = fitting();
  const pages = Math.max(1, Math.ceil(answer.hits.length / size));
  shown = Math.min(shown, pages - 1);
  hits.replaceChildren(...answer.hits.slice(shown * size, (shown + 1) * size).map(item));
  pageText.textContent = pages > 1 ? `第 ${shown + 1} 页，共 ${pages} 页` : '';
  previous.disabled = shown === 0;
  next.disabled = shown + 1 >= pages;
  for (const key of keys) key.disabled = letters.length >= mostLetters || !answer.next.has(key.dataset['letter'] ?? '');
  clear.disabled = erase.disabled = letters === '';
  sessionStorage.setItem('letters', letters);
  sessionStorage.setItem('letters-page', String(shown));
}

function type(changed: string): void {
  letters = changed;
  shown = 0;
  show();
}

function turn(pages: number): void {
  shown += pages;
  show();
}

for (const key of keys) key.addEventListener('click', () => type(letters + (key.dataset['letter'] ?? '')));
clear.addEventListener('click', () => type(''));
erase.addEventListener('click', () => type(letters.slice(0, -1)));
previous.addEventListener('click', () => turn(-1));
next.addEventListener('click', () => turn(1));
// A technician's keyboard, or a pad with keys of its own.
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Backspace') erase.click();
  else keys.find(({ dataset }) => dataset['letter'] === key.toLowerCase())?.click();
});
addEventListener('resize', show);

async function load(): Promise<void> {
  const [names, lines] = await Promise.all([fetch(`${root}kiosk/titles.json`), fetch(`${root}kiosk/places.txt`)]);
  if (!names.ok || !lines.ok) throw new Error('titles');
  titles = pad(await names.json());
  places = (await lines.text()).split('\n').map((line) => line.split('\t'));
  show();
}

load().catch(() => {
  // The lists are always there.
  delete document.documentElement.dataset['script'];
});
