// Sheets of a fixed size: nothing on them is cut and nothing reaches over an edge. Measured in the page, before it is printed.
// In the page: `data-fit="name of the sheet"` with `data-sizes`, sizes of type from the largest to the smallest that can be read;
// `data-room` a part with a list of its own, `data-item` its items, `data-rest="其余 {n} 项……"` the line that counts what is left out;
// `data-continue` on a sheet that goes on on a further one instead, `data-sheet-number="第{n}张，共{all}张"`
// where it says which it is. All words stand in the page, because only its characters are in the fonts.
import type { Page } from 'playwright-core';

/** Runs in the page, so it may use nothing from outside. Gives what could not be made to fit. */
function fitAll(): string[] {
  const over = (element: Element) => element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
  const roomsOf = (sheet: Element) => [...sheet.querySelectorAll<HTMLElement>('[data-room]')];
  const fits = (sheet: Element) => ![sheet, ...roomsOf(sheet)].some(over);
  const itemsOf = (element: Element) => [...element.querySelectorAll<HTMLElement>('[data-item]')];

  /** Takes items away from the end of each list until the rest fits, and says how many. */
  function leaveOut(sheet: HTMLElement): boolean {
    for (const room of roomsOf(sheet)) {
      const rest = room.querySelector<HTMLElement>('[data-rest]');
      const items = itemsOf(room);
      for (let count = 1; over(room) && rest && count < items.length; count++) {
        items.at(-count)?.remove();
        rest.hidden = false;
        rest.textContent = (rest.dataset['rest'] ?? '').replace('{n}', String(count));
      }
    }
    return fits(sheet);
  }

  /** Lays the items on as many sheets as they need; undefined where one alone is too large. */
  function spread(sheet: HTMLElement, size: string): HTMLElement[] | undefined {
    const list = itemsOf(sheet)[0]?.parentElement;
    if (!list) return undefined;
    const blank = sheet.cloneNode(true) as HTMLElement;
    for (const item of itemsOf(blank)) item.remove();
    const place = [...sheet.querySelectorAll('*')].indexOf(list);
    const sheets: HTMLElement[] = [];
    let here: Element | undefined;
    for (const item of itemsOf(sheet)) {
      const copy = item.cloneNode(true);
      here?.append(copy);
      let last = sheets.at(-1);
      if (last && fits(last)) continue;
      last = blank.cloneNode(true) as HTMLElement;
      last.style.fontSize = size;
      (sheets.at(-1) ?? sheet).after(last);
      here = [...last.querySelectorAll('*')][place];
      here?.append(copy);
      sheets.push(last);
      if (fits(last)) continue;
      for (const made of sheets) made.remove();
      return undefined;
    }
    return sheets;
  }

  /** The fewest sheets there can be; of these the largest type. */
  function goOn(sheet: HTMLElement, sizes: readonly string[]): boolean {
    let best: { size: string; count: number } | undefined;
    for (const size of sizes) {
      const sheets = spread(sheet, size);
      if (sheets && (!best || sheets.length < best.count)) best = { size, count: sheets.length };
      for (const made of sheets ?? []) made.remove();
    }
    const sheets = best && spread(sheet, best.size);
    if (!sheets) return false;
    sheet.remove();
    for (const [index, made] of sheets.entries())
      for (const number of made.querySelectorAll<HTMLElement>('[data-sheet-number]'))
        number.textContent = (number.dataset['sheetNumber'] ?? '')
          .replace('{n}', String(index + 1))
          .replace('{all}', String(sheets.length));
    return true;
  }

  const faults: string[] = [];
  for (const sheet of [...document.querySelectorAll<HTMLElement>('[data-fit]')]) {
    const sizes = (sheet.dataset['sizes'] ?? '').split(' ');
    const fitting = sizes.find((size) => {
      sheet.style.fontSize = size;
      return fits(sheet);
    });
    if (fitting !== undefined || ('continue' in sheet.dataset ? goOn(sheet, sizes) : leaveOut(sheet))) continue;
    faults.push(`“${sheet.dataset['fit']}”用最小的字（${sizes.at(-1)}）也排不下`);
  }
  return faults;
}

/** Fits every sheet of the page that is open. Throws with the names of those that cannot be made to fit; they are not printed. */
export async function fitSheets(page: Page): Promise<void> {
  const faults = await page.evaluate(fitAll);
  if (faults.length > 0) throw new Error(`${faults.join('；')}。请缩短文字，或者换大一号的纸`);
}
