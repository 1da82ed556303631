// How data reads on the page: Chinese numerals, dates, legal grounds, levels of severity, links.
// In: values of the model. Out: words and links shared by every view.
import type { Basis, DisclosedRecord, Unit } from '../model/county.ts';
import { type Duration, limitUnits } from '../model/time-limit.ts';
import type { Severity } from '../schema/fields.ts';
import { lawUrl, urlOf } from './urls.ts';

export interface Link {
  text: string;
  href: string;
}

/** A line of text in which some parts are links. */
export type Line = (string | Link)[];

const digits = '零一二三四五六七八九';

/** 1–9999 in Chinese numerals: 12 → 十二, 108 → 一百零八. */
export function chineseNumber(value: number): string {
  const units = ['', '十', '百', '千'];
  const written = String(value);
  const spoken = [...written]
    .map((digit, index) => (digit === '0' ? '零' : `${digits[Number(digit)]}${units[written.length - 1 - index]}`))
    .join('');
  return spoken
    .replace(/零+/g, '零')
    .replace(/(.)零$/, '$1')
    .replace(/^一十/, '十');
}

/** In quotation marks; those within become single (GB/T 15834-2011, 4.8.3.3). */
export const quoted = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** Size of a file, as Windows tells it: 1536 → 2 KB, 3500000 → 3.3 MB. */
export function sizeText(bytes: number): string {
  const mega = 1024 * 1024;
  return bytes < mega ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / mega).toFixed(1)} MB`;
}

/** 2026-11-20 → 2026年11月20日; 2024-05 → 2024年5月. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
}

/** 2026年1月1日至3月31日; the year stands twice where there are two, a single day once. */
export function periodText({ from, to }: { from: string; to: string }): string {
  if (from === to) return chineseDate(from);
  const end = chineseDate(to);
  return `${chineseDate(from)}至${from.slice(0, 4) === to.slice(0, 4) ? end.slice(end.indexOf('年') + 1) : end}`;
}

/** { 工作日: 13, 日: 7 } → 13个工作日＋7日; empty where it takes no time. */
export function durationText(duration: Duration): string {
  return limitUnits
    .flatMap((unit) => (duration[unit] ? [`${duration[unit]}${unit === '工作日' || unit === '小时' ? '个' : ''}${unit}`] : []))
    .join('＋');
}

/** 《社会救助暂行办法》第十一条第二款, linked to the law's place on the laws page. */
export function basisLine({ law, article, clause, quote }: Basis): Line {
  const number = article === undefined ? '' : `第${chineseNumber(article)}条`;
  return [{ text: `《${law.title}》${number}${clause ?? ''}`, href: lawUrl(law.id) }, ...(quote ? [`：“${quote}”`] : [])];
}

export interface Level {
  name: 'high' | 'medium' | 'low' | 'unrated';
  word: string;
}

const levels: Record<string, Level> = {
  3: { name: 'high', word: '高' },
  2: { name: 'medium', word: '中' },
  1: { name: 'low', word: '低' },
  unrated: { name: 'unrated', word: '未评定' },
};

/** Level of a risk: a name for style and address, a word for people. Never shown by colour alone. */
export function levelOf(severity: Severity): Level {
  return levels[severity] as Level;
}

export function linkTo(record: DisclosedRecord | Unit): Link {
  return { text: record.title, href: urlOf(record) };
}

/** A unit under the name people use. */
export function unitLink(unit: Unit): Link {
  return { text: unit.shortTitle, href: urlOf(unit) };
}

/** Puts separators between lines: [a, b, c] → a、b、c. */
export function joined(lines: readonly (string | Link)[], separator = '、'): Line {
  return lines.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

/** The words of a line without its links. */
export function plain(line: Line): string {
  return line.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}
