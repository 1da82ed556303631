// What a page brings forth besides its PDF: pictures (`data-picture="name"`: a PNG of that element, at its own pixels) and drawings
// (`data-drawing="name"`: that svg as a file of its own). In: the page that is open. Out: their bytes by name.
import type { Page } from 'playwright-core';

export async function picturesOf(page: Page): Promise<Map<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  // Scrolling that takes its time would be photographed on the way.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const element of await page.locator('[data-picture]').all()) {
    const name = await element.getAttribute('data-picture');
    pictures.set(name ?? '', await element.screenshot({ animations: 'disabled', timeout: 0 }));
  }
  return pictures;
}

/** Runs in the page: what the style sheet says of each element becomes its attributes, which every program that reads SVG knows. */
function standingAlone(): [string, string][] {
  const properties = [
    'fill',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'stroke-linejoin',
    'paint-order',
    'rx',
    'font-family',
    'font-size',
    'font-weight',
    'text-anchor',
  ];
  const usual: Record<string, string> = { 'stroke-width': '1px', rx: 'auto' };
  const isText = (element: Element) => ['text', 'tspan'].includes(element.tagName);
  return [...document.querySelectorAll<SVGSVGElement>('[data-drawing]')].map((drawing) => {
    const copy = drawing.cloneNode(true) as SVGSVGElement;
    const copies = [...copy.querySelectorAll('*')];
    for (const [index, element] of [...drawing.querySelectorAll('*')].entries()) {
      const target = copies[index] as Element;
      const style = getComputedStyle(element);
      const isShape = ['rect', 'path', 'circle', 'line'].includes(element.tagName);
      for (const property of isShape || isText(element) ? properties : []) {
        const value = style.getPropertyValue(property);
        const wanted =
          property.startsWith('font') || property === 'text-anchor' ? isText(element) : property !== 'rx' || element.tagName === 'rect';
        if (wanted && value !== '' && value !== 'none' && value !== 'normal' && value !== usual[property])
          target.setAttribute(property, value.replaceAll('"', "'"));
        else if (wanted && property === 'fill') target.setAttribute('fill', 'none');
      }
      if (target.getAttribute('stroke') === null)
        for (const property of ['stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'paint-order']) target.removeAttribute(property);
      target.removeAttribute('class');
    }
    copy.removeAttribute('class');
    copy.removeAttribute('data-drawing');
    return [drawing.dataset['drawing'] ?? '', new XMLSerializer().serializeToString(copy)];
  });
}

export async function drawingsOf(page: Page): Promise<Map<string, Buffer>> {
  const drawings = await page.evaluate(standingAlone);
  return new Map(drawings.map(([name, svg]) => [name, Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`)]));
}
