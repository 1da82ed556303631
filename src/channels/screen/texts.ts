// What a playlist says without pictures: crawl lines and a script to be read out for television, text for LED controllers.
// In: what a screen shows. Out: plain text, one line a unit, for the demonstration county marked as such.
import type { SiteRecord } from '../../schema/site.ts';
import { shortLines } from '../../views/short-lines.ts';
import type { ScreenView, SlideItem, SlidePart, SlideView } from '../../views/slides.ts';

/** How fast a newsreader speaks. Unit: characters a minute. */
const readingPace = 240;

const mark = ({ demonstration }: SiteRecord) => (demonstration ? [demonstration] : []);

/** Lines of at most 40 characters, in the order of the slides. */
export function crawlLines(site: SiteRecord, view: ScreenView): string[] {
  return [...mark(site).flatMap(shortLines), ...view.slides.flatMap(({ lines }) => lines)];
}

/** One line for each slide: a controller lets it run through, however long it is. */
export function ledLines(site: SiteRecord, view: ScreenView): string[] {
  return [...mark(site), ...view.slides.map(({ lines }) => lines.join('　'))];
}

const ended = (text: string) => (/[。！？]$/.test(text) ? text : `${text.replace(/[，；、：]$/, '')}。`);

function spokenItem({ form }: SlidePart, { text, label, note, counter, step }: SlideItem): string {
  if (form === 'numbers') return `${label}${text}${counter}`;
  if (form === 'text') return text;
  if (step !== undefined) return ended(`第${step}步，${text.replace(/？$/, '')}，${[note, label].filter(Boolean).join('，')}`);
  return ended([label && `${label}：${text}`, !label && text, note?.replaceAll('　', '，')].filter(Boolean).join('，'));
}

function spoken({ level, sub, title, parts }: SlideView): string {
  const head = [
    ended(`${level && level.name !== 'unrated' ? `${level.word}风险：` : ''}${title}`),
    sub ? ended(sub.replaceAll('　', '，')) : '',
  ];
  const body = parts.map((part) => {
    const items = part.items.map((item) => spokenItem(part, item));
    return `${part.label ? `${part.label}：` : ''}${part.form === 'numbers' ? ended(items.join('，')) : items.join('')}`;
  });
  return [...head, ...body].filter(Boolean).join('');
}

/** Numbered like the slides, with the time it takes. */
export function readOutScript(site: SiteRecord, view: ScreenView): string[] {
  const paragraphs = view.slides.map((slide) => `【${slide.number}】${spoken(slide)}`);
  const length = paragraphs.join('').length;
  const minutes = Math.max(1, Math.round(length / readingPace));
  return [`${view.title}　口播稿`, ...mark(site), `约${length}字，按每分钟${readingPace}字约需${minutes}分钟`, '', ...paragraphs];
}
