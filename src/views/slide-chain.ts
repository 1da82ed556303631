// The same slides for players that run no script: one page after another, each leading to the next by itself. In: what a screen
// shows. Out: its slides cut so small that any panel holds a page, for without script nobody can measure.
import type { ScreenView, SlidePart, SlideView } from './slides.ts';
import { screenUrl } from './urls.ts';

/** What the smallest panel with a layout of its own (512×256) holds below a title. */
const most = { items: 3, characters: 75 };

export interface ChainPage {
  href: string;
  /** The page that follows by itself; after the last the first. */
  next: string;
  slide: SlideView;
}

const lengthOf = (parts: readonly SlidePart[]) =>
  parts.flatMap(({ items }) => items).reduce((sum, { text, label = '', note = '' }) => sum + text.length + label.length + note.length, 0);
const countOf = (parts: readonly SlidePart[]) => parts.reduce((sum, { items }) => sum + items.length, 0);

/** The parts of a slide, dealt out over pages without tearing an item. */
function pagesOf(parts: readonly SlidePart[]): SlidePart[][] {
  const pages: SlidePart[][] = [];
  let page: SlidePart[] = [];
  for (const part of parts) {
    for (const [index, item] of part.items.entries()) {
      const alone: SlidePart = { ...part, items: [item] };
      if (page.length > 0 && (countOf(page) >= most.items || lengthOf([...page, alone]) > most.characters)) {
        pages.push(page);
        page = [];
      }
      const last = page.at(-1);
      if (last && index > 0 && last.form === part.form) page[page.length - 1] = { ...last, items: [...last.items, item] };
      else page.push(alone);
    }
  }
  return [...pages, page];
}

export function slideChain(view: ScreenView): ChainPage[] {
  const slides = view.slides.flatMap((slide) => pagesOf(slide.parts).map((parts): SlideView => ({ ...slide, parts })));
  return slides.map((slide, index) => ({
    href: screenUrl(view.id, index + 1),
    next: screenUrl(view.id, index + 1 === slides.length ? 1 : index + 2),
    slide,
  }));
}
