// What a screen shows: each slide of a playlist as a title and parts made of items, between which any panel may turn the page.
// In: the county and a playlist. Out: slides with their parts, and the same said in lines of at most 40 characters.
import type { County, Feedback, Flow, Notice, Playlist, Power, Risk, Slide, Unit } from '../model/county.ts';
import { mainPath, startOf } from '../model/flow-path.ts';
import { newestFirst } from '../model/order.ts';
import { timeOfMainPath } from '../model/time-limit.ts';
import { added, changed } from './changes.ts';
import { sentences, shortLines } from './short-lines.ts';
import { levelCounts } from './unit.ts';
import { changesUrl, coverageUrl, noticesUrl, noticeUrl, pageUrl, supervisionUrl, urlOf } from './urls.ts';
import { basisLine, chineseDate, durationText, type Level, levelOf, plain } from './wording.ts';

/** The least that stays together when a page is turned. */
export interface SlideItem {
  /** A sentence, a title, a number, a telephone. */
  text: string;
  label?: string;
  note?: string;
  /** What a number counts: 项, 个. */
  counter?: string;
  /** Number of a step, the same on every channel. */
  step?: number;
}

export interface SlidePart {
  form: 'numbers' | 'facts' | 'list' | 'steps' | 'text' | 'phones';
  label?: string;
  items: SlideItem[];
}

export interface SlideView {
  /** 1-based, in the order of showing. */
  number: number;
  kind: Slide['kind'];
  title: string;
  sub: string | undefined;
  level: Level | undefined;
  parts: SlidePart[];
  /** The page that says it in full, root-relative. */
  href: string;
  /** How long each page of it stays. Unit: seconds. */
  seconds: number;
  /** Last day of showing, YYYY-MM-DD. */
  until: string | undefined;
  lines: string[];
}

export interface ScreenView {
  id: string;
  title: string;
  /** As written: 1920x1080. */
  sizes: string[];
  phone: { name: string; phone: string };
  slides: SlideView[];
}

/** As many as fit on two or three pages of a small panel. */
const latest = 6;

type Content = Omit<SlideView, 'number' | 'kind' | 'seconds' | 'until' | 'lines' | 'level'> & { level?: Level };

const name = (record: { shortTitle?: string | undefined; title: string }) => record.shortTitle ?? record.title;
const beside = (...words: (string | undefined)[]) => words.filter(Boolean).join('　');
const fact = (label: string, text: string | undefined): SlideItem[] => (text ? [{ label, text }] : []);
const number = (label: string, count: number, counter: string): SlideItem[] => (count > 0 ? [{ label, text: String(count), counter }] : []);
const asText = (label: string, text: string | undefined): SlidePart[] =>
  text ? [{ form: 'text', label, items: sentences(text).map((sentence) => ({ text: sentence })) }] : [];

function counts({ site, units, records }: County): Content {
  const items = [
    ...number('权力', records.power.length, '项'),
    ...number('责任', records.responsibility.length, '项'),
    ...number('流程', records.flow.length, '个'),
    ...number('制度', records.rule.length, '项'),
    ...number('风险点', records.risk.length, '个'),
    ...number('防控措施', records.measure.length, '项'),
  ];
  return {
    title: `${site.county}已经公开`,
    sub: `${units.length}个单位，内容截至${chineseDate(site.contentDate)}`,
    parts: [{ form: 'numbers', items }],
    href: coverageUrl,
  };
}

function ofUnit(unit: Unit): Content {
  const items = [
    ...number('权力', unit.powers.length, '项'),
    ...number('责任', unit.responsibilities.length, '项'),
    ...number('流程', unit.flows.length, '个'),
    ...number('风险点', unit.risks.length, '个'),
  ];
  const facts = [...fact('主要负责', unit.leader?.title), ...fact('监督电话', unit.supervisionPhone), ...fact('地点', unit.address)];
  return {
    title: unit.title,
    sub: unit.group,
    parts: [
      { form: 'numbers', items },
      { form: 'facts', items: facts },
    ],
    href: urlOf(unit),
  };
}

function ofPower(power: Power): Content {
  const [ground] = power.basis;
  const levels = levelCounts(power.risks).map(({ level, count }) => `${level.word}${count}个`);
  const items = [
    ...fact('办结时限', power.promisedLimit ?? power.statutoryLimit),
    ...fact('收费', power.fee?.standard),
    ...fact('办理环节', power.flow && `${power.flow.steps.length}个`),
    ...fact('风险点', levels.join('、')),
    ...fact('责任岗位', power.posts.map(({ title }) => title).join('、')),
    ...fact('设定依据', ground && plain(basisLine({ ...ground, quote: undefined }))),
    ...fact('监督电话', power.supervisionPhone ?? power.unit.supervisionPhone),
  ];
  return { title: name(power), sub: beside(power.unit.shortTitle, power.type), parts: [{ form: 'facts', items }], href: urlOf(power) };
}

function ofFlow(flow: Flow): Content {
  const steps = mainPath(startOf(flow));
  const time = durationText(timeOfMainPath(flow));
  return {
    title: name(flow),
    sub: beside(flow.unit.shortTitle, `${steps.length}步${time ? `，${time}` : ''}`),
    parts: [
      {
        form: 'steps',
        items: steps.map((step) => ({
          step: step.number,
          text: step.name,
          note: step.lane.name,
          ...(step.limit ? { label: step.limit === '即时' ? '当场' : step.limit } : {}),
        })),
      },
    ],
    href: urlOf(flow),
  };
}

function ofRisk(risk: Risk): Content {
  const measures = risk.measures.map(({ title, post }) => ({ text: title, ...(post ? { note: post.title } : {}) }));
  return {
    title: name(risk),
    sub: beside(risk.unit.shortTitle, risk.category),
    level: levelOf(risk.severity),
    parts: [...asText('怎样发生', risk.description), { form: 'list', label: '怎样防住', items: measures }],
    href: urlOf(risk),
  };
}

function changes(county: County): Content {
  const found = changed(county, latest);
  const items = (found.length > 0 ? found : added(county, latest)).map(({ text, kind, unit, date, note }) => ({
    text,
    label: kind,
    note: beside(unit, chineseDate(date), note),
  }));
  return { title: found.length > 0 ? '近期变更' : '新近公开', sub: undefined, parts: [{ form: 'list', items }], href: changesUrl };
}

function ofNotice(notice: Notice, county: County): Content {
  return {
    title: name(notice),
    sub: beside(notice.unit?.shortTitle ?? county.site.organiser, chineseDate(notice.published)),
    parts: asText('', notice.summary ?? notice.prose[0]),
    href: noticeUrl(notice.id),
  };
}

function notices(county: County): Content {
  const items = newestFirst(county.notices)
    .slice(0, latest)
    .map(({ title, unit, published }) => ({ text: title, note: beside(unit?.shortTitle, chineseDate(published)) }));
  return { title: '公告', sub: undefined, parts: [{ form: 'list', items }], href: noticesUrl };
}

function ofFeedback({ title, unit, answered, question, answer, improvement }: Feedback): Content {
  return {
    title,
    sub: beside(unit.shortTitle, `${chineseDate(answered)}答复`),
    parts: [...asText('群众意见', question), ...asText('答复', answer), ...asText('改进', improvement)],
    href: supervisionUrl,
  };
}

function feedback(county: County): Content {
  const items = county.supervision.feedback
    .slice(0, latest)
    .map(({ title, unit, answered }) => ({ text: title, note: beside(unit.shortTitle, `${chineseDate(answered)}答复`) }));
  return { title: '群众意见和答复', sub: undefined, parts: [{ form: 'list', items }], href: supervisionUrl };
}

function phones(unit: Unit | undefined, { site }: County): Content {
  const own = unit?.supervisionPhone ? [{ label: `${unit.shortTitle}监督电话`, text: unit.supervisionPhone }] : [];
  const county = site.hotlines.map(({ name: label, phone, note }) => ({ label, text: phone, ...(note ? { note } : {}) }));
  return { title: '发现问题，请您监督', sub: undefined, parts: [{ form: 'phones', items: [...own, ...county] }], href: pageUrl('report') };
}

function contentOf(slide: Slide, county: County): Content {
  switch (slide.kind) {
    case 'counts':
      return counts(county);
    case 'unit':
      return ofUnit(slide.unit);
    case 'power':
      return ofPower(slide.power);
    case 'flow':
      return ofFlow(slide.flow);
    case 'risk':
      return ofRisk(slide.risk);
    case 'changes':
      return changes(county);
    case 'notice':
      return slide.notice ? ofNotice(slide.notice, county) : notices(county);
    case 'feedback':
      return slide.feedback ? ofFeedback(slide.feedback) : feedback(county);
    case 'phone':
      return phones(slide.unit, county);
  }
}

/** An item as it is said in a line of its own. */
function said({ form }: SlidePart, { text, label, note, counter, step }: SlideItem): string {
  const tail = note ? `（${note.replaceAll('　', '，')}）` : '';
  if (form === 'numbers') return `${label}${text}${counter}`;
  if (step !== undefined) return `第${step}步：${text}（${[note, label].filter(Boolean).join('，')}）`;
  return `${label ? `${label}：` : ''}${text}${tail}`;
}

function linesOf({ title, level, parts }: Content): string[] {
  return [
    level && level.name !== 'unrated' ? `${level.word}风险：${title}` : title,
    ...parts.flatMap((part) => {
      const [first = '', ...others] = part.items.map((item) => said(part, item));
      if (part.form === 'numbers') return [[first, ...others].join('，')];
      return [`${part.label ? `${part.label}：` : ''}${first}`, ...others];
    }),
  ].flatMap(shortLines);
}

/** Slides in which there is nothing to see (no notices yet) are left out. */
export function screenView(county: County, playlist: Playlist): ScreenView {
  const [hotline] = county.site.hotlines;
  const slides = playlist.slides.flatMap((slide): Omit<SlideView, 'number'>[] => {
    const found = contentOf(slide, county);
    const parts = found.parts.filter(({ items }) => items.length > 0);
    if (parts.length === 0) return [];
    const content = { ...found, parts, sub: slide.note ?? found.sub };
    return [{ ...content, level: found.level, kind: slide.kind, seconds: slide.seconds, until: slide.until, lines: linesOf(content) }];
  });
  return {
    id: playlist.id,
    title: playlist.title,
    sizes: playlist.sizes,
    phone: playlist.phone ? { name: '监督电话', phone: playlist.phone } : { name: hotline?.name ?? '', phone: hotline?.phone ?? '' },
    slides: slides.map((slide, index) => ({ number: index + 1, ...slide })),
  };
}
