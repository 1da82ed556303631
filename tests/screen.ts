// A screen's page under test: its own clock runs as fast as the test likes, and what stands on it is measured from outside.
import type { Page } from '@playwright/test';

/** Noon on a working day after the content's date. */
export const noon = '2026-11-27T12:00:00+08:00';

export async function openScreen(page: Page, path: string, time: string = noon): Promise<void> {
  await page.clock.install({ time: new Date(time) });
  await page.goto(path);
}

/** Number of the slide and its page, as `3-2`; `resting` when there is nothing to show. */
export const showing = (page: Page) => page.evaluate(() => document.querySelector<HTMLElement>('.stage')?.dataset['showing'] ?? '');

/** Runs the page's clock until it shows something else, at most two minutes. */
export async function nextChange(page: Page): Promise<string> {
  const before = await showing(page);
  for (let second = 0; second < 120; second += 4) {
    await page.clock.runFor(4000);
    const now = await showing(page);
    if (now !== before) return now;
  }
  return before;
}

/** Everything a round shows, each once. */
export async function wholeRound(page: Page, look: (name: string) => Promise<void>): Promise<string[]> {
  const seen: string[] = [];
  for (let name = await showing(page); !seen.includes(name); name = await nextChange(page)) {
    seen.push(name);
    await look(name);
  }
  return seen;
}

/** What is wrong with the picture: text beyond the window, text over other text, text smaller than `least` px, or no text at all. */
export function flaws(page: Page, least: number): Promise<string[]> {
  return page.evaluate((smallest) => {
    const found: string[] = [];
    const parts = new Map<string, DOMRect[]>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const slide = document.querySelector('.slide.on') ?? document.querySelector('.slide:not([hidden])');
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (!parent || words === '' || parent.closest('.slide:not(.on)') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      if (rects.length === 0) continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < smallest) found.push(`${words}: ${size} px`);
      // The letters themselves, without the leading that the font adds above and below.
      const letters = rects.map(({ left, right, top, bottom }) => {
        const middle = (top + bottom) / 2;
        return new DOMRect(left, middle - size / 2, right - left, size);
      });
      for (const { left, right, top, bottom } of letters)
        if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) found.push(`${words}: beyond the window`);
      const place = parent.closest('.item, .page, .sub, h1, h2, .code, li, footer > *');
      const name = `${place?.className || place?.tagName} ${place?.textContent?.slice(0, 20)}`;
      parts.set(name, [...(parts.get(name) ?? []), ...letters]);
    }
    const all = [...parts];
    for (const [index, [name, rects]] of all.entries())
      for (const [other, others] of all.slice(index + 1))
        if (
          rects.some((a) =>
            others.some((b) => a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 2 && b.top < a.bottom - 2),
          )
        )
          found.push(`${name} over ${other}`);
    if (!slide || all.length === 0) found.push('nothing is shown');
    return found;
  }, least);
}
