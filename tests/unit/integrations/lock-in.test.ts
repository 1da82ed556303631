import { expect, test } from 'vitest';
import { lockedIn, waysOut } from '../../../src/integrations/lock-in.ts';

test('a link to another site becomes its words and a code for the phone; a phone number becomes text', () => {
  const html = lockedIn(
    '<p>见<a rel="external" href="https://example.gov.cn/a?b=1&amp;c=2">省平台</a>，电话<a href="tel:12345">12345</a>。</p>',
  );
  expect(html).toMatch(
    /^<p>见<span class="elsewhere">省平台<svg class="qr" role="img"[\s\S]*<\/svg><\/span>，电话<span>12345<\/span>。<\/p>$/,
  );
  expect(waysOut(html)).toEqual([]);
});

test('links inside the site stay as they are', () => {
  const html = '<a href="/powers/dibao/">低保</a><a href="#risk">风险</a><a href="../">上级</a>';
  expect(lockedIn(html)).toBe(html);
  expect(waysOut(html)).toEqual([]);
});

test('every other way out is told: new windows, downloads, forms, frames, foreign scripts, a refresh that leads away', () => {
  for (const tag of [
    '<a href="/a/" target="_blank">',
    '<a href="/a.pdf" download>',
    '<form action="/x">',
    '<iframe src="/x">',
    '<script src="https://elsewhere.example/a.js">',
    '<img src="//elsewhere.example/a.png">',
    '<base href="/">',
    '<meta http-equiv="refresh" content="3; url=https://elsewhere.example/">',
  ])
    expect(waysOut(`<p>${tag}</p>`), tag).toEqual([tag]);
});
