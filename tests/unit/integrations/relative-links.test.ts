import { expect, test } from 'vitest';
import { relativeLinks } from '../../../src/integrations/relative-links.ts';

test('addresses from the root become addresses from the page', () => {
  const page =
    '<a href="/powers/a/">甲</a><link href="/_astro/a.css"><form action="/search/"><script src="/x.js"></script><a href="/">首页</a>';
  expect(relativeLinks(page, 2)).toBe(
    '<a href="../../powers/a/">甲</a><link href="../../_astro/a.css"><form action="../../search/"><script src="../../x.js"></script><a href="../../">首页</a>',
  );
  expect(relativeLinks('<a href="/powers/a/#b">甲</a>', 0)).toBe('<a href="./powers/a/#b">甲</a>');
});

test('a refresh leads to the relative address too', () => {
  expect(relativeLinks('<meta http-equiv="refresh" content="3; url=/powers/a/">', 1)).toBe(
    '<meta http-equiv="refresh" content="3; url=../powers/a/">',
  );
});

test('anchors, other sites and plain words stay as they are', () => {
  for (const kept of [
    '<a href="#main">',
    '<a href="https://example.com/">',
    '<a href="//example.com/">',
    '<p>/powers/</p>',
    '<a href="tel:12345">',
  ])
    expect(relativeLinks(kept, 1)).toBe(kept);
});
