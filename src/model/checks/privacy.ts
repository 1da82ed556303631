// Personal data that must never be published: identity numbers, mobile phones, bank cards, e-mail, plates (个人信息保护法 §28, 条例 §15).
// Every text of every record is searched. Masked forms pass, and so do office phones and the 统一社会信用代码.
import { type AnyEntry, faultAt, textsOf } from '../entry.ts';
import { type Fault, fault } from '../fault.ts';

/** GB 11643: weights of the first 17 digits, and the check digit for each remainder modulo 11. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const isIdentityNumber = (digits: string) =>
  '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11] === digits[17]?.toUpperCase() &&
  /^\d{6}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.test(digits);

/** ISO/IEC 7812 check (Luhn), as on bank cards. */
const passesLuhn = (digits: string) =>
  [...digits].reverse().reduce((sum, digit, i) => {
    const value = Number(digit) * (i % 2 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0) %
    10 ===
  0;

interface Pattern {
  name: string;
  find: RegExp;
  holds: (digits: string) => boolean;
  mask: string;
}

/** What people put between the digits of a number; never the end of a line, where another cell of a table may begin. */
const gap = '[ .·-]?';
/** No digit before, nor letters that follow one: a part of something longer. A word (TEL, ID) may stand before. */
const start = '(?<![0-9.]|[0-9][A-Za-z]{1,8})';
/** After a mobile phone's first three digits: the splits that are written. */
const phoneRests = [`${gap}\\d{4}${gap}\\d{4}`, `\\d{2}${gap}\\d{6}`, `\\d${gap}\\d{3}${gap}\\d{4}`, `${gap}\\d{3}${gap}\\d{5}`];

const patterns: Pattern[] = [
  {
    name: '居民身份证号码',
    find: new RegExp(`${start}\\d{6}${gap}\\d{4}${gap}\\d{4}${gap}\\d{3}[0-9Xx](?![0-9A-Za-z])`, 'g'),
    holds: isIdentityNumber,
    mask: '35*************123',
  },
  {
    // Called so, it is one, though a digit be wrong; with 15 digits before 1999.
    name: '居民身份证号码',
    find: /(?<=身份证[^0-9。；，]{0,6})(?:\d{15}|\d{17}[0-9Xx])(?![0-9A-Za-z])/g,
    holds: (digits) => !isIdentityNumber(digits),
    mask: '35*************123',
  },
  {
    name: '手机号码',
    find: new RegExp(`${start}(?:\\+?86[ -]?)?1[3-9]\\d(?:${phoneRests.join('|')})(?![0-9A-Za-z]|\\.\\d|[ ]?[元万亿])`, 'g'),
    holds: () => true,
    mask: '138****1234',
  },
  {
    name: '银行卡号',
    find: /(?<![0-9A-Za-z.])[3-6]\d{3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![0-9A-Za-z])/g,
    holds: passesLuhn,
    mask: '6222 **** **** 1234',
  },
  { name: '电子邮箱', find: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, holds: () => true, mask: '单位电话' },
  {
    name: '车牌号码',
    find: /(?<![0-9A-Za-z])[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·. ]?[A-HJ-NP-Z0-9]{5,6}(?![0-9A-Za-z])/gu,
    holds: (found) => /\d/.test(found),
    mask: '某A****1',
  },
];

export interface PersonalData {
  name: string;
  found: string;
  mask: string;
}

/** What personal data a text contains. Full-width digits and letters count as their plain forms. */
export function personalDataIn(text: string): PersonalData[] {
  // All patterns need digits or an at sign; most texts have neither.
  if (!/[0-9０-９@＠]/.test(text)) return [];
  const plain = text.normalize('NFKC');
  return patterns.flatMap(({ name, find, holds, mask }) =>
    [...plain.matchAll(find)].filter(([found]) => holds(found.replace(/[^0-9A-Za-z]/g, ''))).map(([found]) => ({ name, found, mask })),
  );
}

/** The first and last characters only: a report about personal data must not spread it. */
const veiled = (found: string) => `${found.slice(0, 2)}……${found.slice(-2)}`;

export function checkPrivacy(entries: readonly AnyEntry[]): Fault[] {
  return entries.flatMap((entry) => {
    const says = ({ name, found, mask }: PersonalData) =>
      [`出现${name} ${veiled(found)}`, `删去；确需公开的按 ${mask} 的样子遮去中间几位，办公电话写座机`] as const;
    return [
      ...[...textsOf(entry)].flatMap(({ path, text }) =>
        personalDataIn(text).map((data) => faultAt(entry, 'personal-data', path, ...says(data))),
      ),
      ...(entry.prose ?? []).flatMap((block) =>
        personalDataIn(block.text).map((data) => fault('personal-data', entry.file, block, ...says(data))),
      ),
    ];
  });
}
