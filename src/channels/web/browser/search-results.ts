// An answer of search → elements of the results page. In: the answer, the root of the site. Out: list items and the line that says
// how they were found. All text goes in as text, never as HTML.
import type { Hit, SearchAnswer } from '../../../search/protocol.ts';

function element(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export function resultItem(hit: Hit, root: URL): HTMLElement {
  const link = document.createElement('a');
  link.href = new URL(hit.href.replace(/^\//, ''), root).href;
  link.textContent = hit.title;
  const words = [hit.unit, hit.level && `${hit.level}风险`].flatMap((word) => (word ? [element('span', '', word)] : []));
  const about = element('p', 'about', element('span', 'tag', hit.kind), ...words);
  const excerpt = element('p', '', ...hit.excerpt.map(({ text, found }) => (found ? element('mark', '', text) : text)));
  return element('li', '', link, about, ...(hit.excerpt.length > 0 ? [excerpt] : []));
}

/** How the results were found, in a sentence. */
export function answeredLine({ answeredBy, instead, total }: SearchAnswer, query: string): string {
  if (answeredBy === 'titles') return `没能查全文，只查了标题和俗称，找到 ${total} 条。请检查网络，刷新页面再试。`;
  if (total === 0) return `没有找到与“${query}”有关的内容。`;
  switch (answeredBy) {
    case 'exact':
      return `找到 ${total} 条。`;
    case 'synonym':
      return `没有直接写“${query}”的，按正式名称找到 ${total} 条。`;
    case 'question':
      return `按“${instead}”找到 ${total} 条。`;
    case 'pinyin':
      return `按拼音查“${instead}”等，找到 ${total} 条。`;
    case 'spelling':
      return `没有找到“${query}”，您要查的可能是“${instead}”，找到 ${total} 条。`;
    case 'part':
      return `没有完全相同的，以下 ${total} 条写有其中大部分文字。`;
    case 'words':
      return `没有连在一起的，以下 ${total} 条写有这几个词。`;
    case 'near':
      return `没有完全相同的，以下 ${total} 条内容相近。`;
  }
}

/** Other terms that may be meant, as links that search for them; nothing when there are none. */
export function suggestionLinks({ suggestions, instead }: SearchAnswer): Node[] {
  const others = suggestions.filter((term) => term !== instead).slice(0, 6);
  const links = others.flatMap((term, index) => {
    const link = document.createElement('a');
    link.href = `?${new URLSearchParams({ q: term })}`;
    link.textContent = term;
    return index > 0 ? ['、', link] : [link];
  });
  return links.length > 0
    ? [document.createTextNode('也可能是：'), ...links.map((part) => (typeof part === 'string' ? document.createTextNode(part) : part))]
    : [];
}
