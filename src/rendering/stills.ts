// Photographs a playlist: every page of every slide, at the panel's own pixels. In: a built site. Out: PNG files in a folder, with the
// seconds each is to stay; and a fault in Chinese for every slide that the page itself refused to show.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { builtSite, openBuiltSite } from './built-site.ts';

export interface Panel {
  width: number;
  height: number;
  /** Keep everything within the inner 90 % that every television shows. */
  titleSafe: boolean;
}

export interface Still {
  /** Name in the folder. */
  file: string;
  seconds: number;
}

/** No page of a slide stays longer (schema/channels.ts). Unit: seconds. */
const longest = 120;

const showing = (page: Page) =>
  page.evaluate(() => {
    const stage = document.querySelector<HTMLElement>('.stage');
    const slide = document.querySelector<HTMLElement>('.slide.on');
    return {
      name: stage?.dataset['showing'] ?? '',
      seconds: Number(slide?.dataset['seconds'] ?? 0),
      slides: stage?.dataset['slides'] ?? '',
    };
  });

/** Lets the page's own clock run until it shows something else. */
async function next(page: Page, name: string): Promise<void> {
  for (let second = 0; second <= longest; second += 1) {
    await page.clock.runFor(1000);
    if ((await showing(page)).name !== name) return;
  }
}

/** What the page skipped, as sentences. */
async function refused(page: Page, playlist: string, size: string): Promise<string[]> {
  const skipped = await page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('.slide[data-skipped]'), (slide) => ({
      number: slide.dataset['number'],
      reason: slide.dataset['skipped'],
      title: slide.querySelector('h1')?.textContent ?? '',
    })),
  );
  return skipped.map(({ number, reason, title }) =>
    reason === 'overflow'
      ? `播放单 ${playlist} 的第 ${number} 个画面“${title}”在 ${size} 的屏上放不下：请缩短文字，或者不在这种屏上播放`
      : `播放单 ${playlist} 的第 ${number} 个画面“${title}”不完整，不能生成图片`,
  );
}

/** `progress` is told the number of the slide that was taken, and how many there are. Returns the stills, or what is wrong. */
export async function takeStills(
  browser: Browser,
  site: string,
  playlist: string,
  { width, height, titleSafe }: Panel,
  folder: string,
  progress: (slide: string, of: string) => void,
): Promise<{ stills: Still[]; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', locale: 'zh-CN' });
  try {
    await openBuiltSite(context, site, (html) => html.replace('<html ', `<html data-still ${titleSafe ? 'data-safe ' : ''}`));
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${builtSite}/screen/${playlist}/`);
    await mkdir(folder, { recursive: true });
    const stills: Still[] = [];
    const seen = new Set<string>();
    for (;;) {
      const { name, seconds, slides } = await showing(page);
      if (seen.has(name) || name === 'resting') break;
      seen.add(name);
      const file = `${String(stills.length + 1).padStart(3, '0')}.png`;
      await page.screenshot({ path: join(folder, file) });
      stills.push({ file, seconds });
      progress(name.split('-')[0] ?? '', slides);
      await next(page, name);
    }
    return { stills, faults: await refused(page, playlist, `${width}x${height}`) };
  } finally {
    await context.close();
  }
}
