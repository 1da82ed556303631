// Turns a slide into as many pages as the panel needs, by measuring. In: a slide that is displayed. Out: which of its items stand on
// which page, or the reason why it cannot be shown. Nothing is ever clipped: a page that does not fit is not a page.

export type Pages = HTMLElement[][];

/** Thrown for a slide that must not be shown; the reason is kept on the slide for whoever looks into it. */
export class Unshowable extends Error {
  reason: 'damaged' | 'overflow';
  constructor(reason: 'damaged' | 'overflow') {
    super(reason);
    this.reason = reason;
  }
}

/** Rounding of fractions of a pixel. */
const slack = 1;

const isDisplayed = (element: Element) => element.getClientRects().length > 0;
const all = (slide: HTMLElement, selector: string) => Array.from(slide.querySelectorAll<HTMLElement>(selector));

const isInside = (inner: HTMLElement, outer: Element) => {
  const [a, b] = [inner.getBoundingClientRect(), outer.getBoundingClientRect()];
  return a.left >= b.left - slack && a.top >= b.top - slack && a.right <= b.right + slack && a.bottom <= b.bottom + slack;
};

/** Does everything that is displayed lie where it belongs, and no text reach beyond its own box? */
export function fits(slide: HTMLElement): boolean {
  const holds = (outer: Element | null, selector: string) =>
    outer !== null && all(slide, selector).every((inner) => !isDisplayed(inner) || isInside(inner, outer));
  return (
    holds(slide, 'header, h1, .body, .code, .lines') &&
    holds(slide.querySelector('.body'), '.part, .item') &&
    holds(slide.querySelector('.lines'), 'li > span') &&
    all(slide, '*').every(({ clientWidth, scrollWidth }) => clientWidth === 0 || scrollWidth <= clientWidth + slack)
  );
}

/** Shows these items and no others; parts without any of them go too. */
export function showItems(slide: HTMLElement, items: readonly HTMLElement[]): void {
  for (const item of all(slide, '[data-item]')) item.hidden = !items.includes(item);
  for (const part of all(slide, '.part')) part.hidden = !items.some((item) => part.contains(item));
}

/** A slide says of itself how much is in it; less than that, or no words, is a slide that was damaged on its way. */
function isWhole(slide: HTMLElement): boolean {
  const items = all(slide, '.body [data-item]');
  const says = (element: Element | null) => (element?.textContent || '').trim() !== '';
  const { number, seconds } = slide.dataset;
  return (
    Number(number) > 0 &&
    Number(seconds) > 0 &&
    says(slide.querySelector('h1')) &&
    items.length > 0 &&
    items.length === Number(slide.dataset['items']) &&
    items.every((item) => says(item.querySelector('b'))) &&
    all(slide, '.lines li').every(says)
  );
}

/** An item that is too long for a page of its own is set tighter before it is given up. */
function showAlone(slide: HTMLElement, item: HTMLElement): void {
  showItems(slide, [item]);
  if (fits(slide)) return;
  item.dataset['tight'] = '';
  if (!fits(slide)) throw new Unshowable('overflow');
}

/** As many items a page as fit. */
function greedy(slide: HTMLElement, items: readonly HTMLElement[]): Pages {
  const pages: Pages = [];
  let page: HTMLElement[] = [];
  for (const item of items) {
    showItems(slide, [...page, item]);
    if (page.length > 0 && fits(slide)) {
      page.push(item);
      continue;
    }
    if (page.length > 0) pages.push(page);
    page = [item];
    showAlone(slide, item);
  }
  pages.push(page);
  return pages;
}

/** The same number of pages with as equal numbers of items as possible: 3 + 3, not 5 + 1. */
function balanced(slide: HTMLElement, items: readonly HTMLElement[], count: number): Pages | undefined {
  const pages: Pages = [];
  for (let index = 0; index < count; index += 1)
    pages.push(items.slice(Math.round((index * items.length) / count), Math.round(((index + 1) * items.length) / count)));
  const allFit = pages.every((page) => {
    showItems(slide, page);
    return page.length > 0 && fits(slide);
  });
  return allFit ? pages : undefined;
}

/** Measures a slide. Throws `Unshowable`. */
export function pagesOf(slide: HTMLElement): Pages {
  if (!isWhole(slide)) throw new Unshowable('damaged');
  const every = all(slide, '[data-item]');
  for (const item of every) delete item.dataset['tight'];
  showItems(slide, every);
  const items = every.filter(isDisplayed);
  // While measuring, the page number takes its place, so that it finds room when it is needed.
  const number = slide.querySelector<HTMLElement>('.page');
  if (number) {
    number.hidden = true;
    if (fits(slide)) return [items];
    number.hidden = false;
    number.textContent = '10/10';
  }
  const pages = greedy(slide, items);
  return balanced(slide, items, pages.length) || pages;
}
