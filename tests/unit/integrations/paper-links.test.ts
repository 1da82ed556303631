import { expect, test } from 'vitest';
import { paperLinks } from '../../../src/integrations/paper-links.ts';

const page =
  '<p id="powers-dibao"><a href="/powers/dibao/">低保</a><a href="/laws/fa/">法</a><a href="#x">x</a><a href="https://b.example/">b</a></p>';

test('a link leads to its place in the book, or else to the public address', () => {
  expect(paperLinks(page, 'https://a.example/wgk/')).toBe(
    '<p id="powers-dibao"><a href="#powers-dibao">低保</a><a href="https://a.example/wgk/laws/fa/">法</a><a href="#x">x</a><a href="https://b.example/">b</a></p>',
  );
});

test('without a public address a link that would lead out of the book is plain text', () => {
  expect(paperLinks(page, undefined)).toContain('<a>法</a>');
});
