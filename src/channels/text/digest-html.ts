// The phone digest as a page whose content an editor copies into an official account. Its editor keeps simple tags with inline styles
// and drops everything else: no style sheet, class, id or script here, sizes in px, nothing fetched from anywhere.

import type { PeriodView } from '../../views/digest.ts';
import type { DigestItem, DigestSection } from '../../views/digest-sections.ts';
import { escaped } from '../../views/markup.ts';
import { readOn, restOf } from './words.ts';

// The colours of src/styles/tokens.css (--ink, --ink-2, --brand, --brand-tint, --slip, --line): a pasted text brings no variables along.
const colour = { ink: '#182026', quiet: '#47535b', brand: '#0e4a58', tint: '#e6eff0', slip: '#f6f1e4', line: '#dcd6c8' };

const paragraph = (style: string, html: string) => `<p style="margin:0;${style}">${html}</p>`;
const small = `font-size:14px;line-height:24px;color:${colour.quiet}`;

const aside = (text: string) => paragraph(`padding:8px 0 0;${small}`, escaped(text));

/** Text under its address, where it has one. */
const linked = (text: string, address: string | undefined, style: string) =>
  address ? `<a href="${escaped(address)}" style="${style}">${escaped(text)}</a>` : `<span style="${style}">${escaped(text)}</span>`;

function itemBlock({ unit, text, note, detail, when, address }: DigestItem): string {
  return [
    `<section style="padding:12px 0;border-bottom:1px solid ${colour.line}">`,
    paragraph(
      `font-size:16px;line-height:28px;color:${colour.ink}`,
      linked(text, address, `color:${colour.brand};font-weight:bold;text-decoration:none`),
    ),
    ...[note, detail].flatMap((more) => (more ? [paragraph(`font-size:16px;line-height:28px;color:${colour.ink}`, escaped(more))] : [])),
    paragraph(small, escaped(`${unit}　${when}`)),
    '</section>',
  ].join('\n');
}

function sectionBlock(found: DigestSection): string {
  const { title, total, measure, byKind, items } = found;
  return [
    '<section style="margin:24px 0 0">',
    paragraph(
      `padding:6px 12px;font-size:18px;line-height:28px;font-weight:bold;color:${colour.brand};background-color:${colour.tint}`,
      escaped(`${title}${total}${measure}`),
    ),
    ...(byKind ? [aside(byKind)] : []),
    ...items.map(itemBlock),
    ...restOf(found).map(aside),
    '</section>',
  ].join('\n');
}

export function digestHtml(view: PeriodView): string {
  const title = `${view.site}手机报（${view.period}）`;
  return [
    `<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">`,
    `<title>${escaped(title)}</title>\n</head>\n<body style="margin:0">`,
    '<section style="max-width:640px;margin:0 auto;padding:16px;font-family:sans-serif">',
    paragraph(`font-size:14px;line-height:24px;text-align:center;color:${colour.quiet}`, escaped(view.period)),
    ...(view.demonstration
      ? [
          paragraph(
            `margin:12px 0 0;padding:8px 12px;font-size:14px;line-height:24px;color:${colour.ink};background-color:${colour.slip}`,
            escaped(view.demonstration),
          ),
        ]
      : []),
    ...view.sections.map(sectionBlock),
    paragraph(`padding:24px 0 0;${small}`, linked(readOn(view), view.address, `color:${colour.brand}`)),
    paragraph(small, escaped(view.hotline)),
    '</section>\n</body>\n</html>\n',
  ].join('\n');
}
