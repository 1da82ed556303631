// Text hygiene: what copying from Word, Excel and chat leaves behind. Titles and texts are searched, prose too.
import { type AnyEntry, faultAt, textsOf } from '../entry.ts';
import { type Fault, type FaultCode, fault } from '../fault.ts';

interface Blemish {
  code: FaultCode;
  find: RegExp;
  says(found: string): string;
  remedy: string;
}

const shown = (char: string) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const blemishes: Blemish[] = [
  {
    code: 'invisible-character',
    // Control characters but line ends and tabs; soft hyphen; zero-width and direction marks; byte order mark; unassigned private use.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    find: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2800\u3164\ufeff\uffa0\ue000-\uf8ff]/u,
    says: (found) => `有看不见的字符 ${shown(found)}`,
    remedy: '把这一段重新打一遍，不要从别处粘贴',
  },
  {
    code: 'stray-space',
    find: /\p{Script=Han}[ \u00a0]+\p{Script=Han}|[ \u00a0]{2,}\S/u,
    says: (found) => `“${found}”中间有多余的空格`,
    remedy: '删去空格；条文编号后面用全角空格',
  },
  { code: 'full-width-character', find: /[０-９Ａ-Ｚａ-ｚ]+/u, says: (found) => `“${found}”是全角字符`, remedy: '数字和字母改成半角' },
  {
    code: 'doubled-character',
    find: /([的了是和与及为被将由从向按经须或])\1|([，。、；：])\2/u,
    says: (found) => `“${found}”重复了`,
    remedy: '删去一个',
  },
];

function blemishesIn(text: string): [FaultCode, string, string][] {
  return blemishes.flatMap(({ code, find, says, remedy }) => {
    const found = find.exec(text)?.[0];
    return found === undefined ? [] : [[code, says(found), remedy] as [FaultCode, string, string]];
  });
}

export function checkHygiene(entries: readonly AnyEntry[]): Fault[] {
  return entries.flatMap((entry) => [
    ...[...textsOf(entry)].flatMap(({ path, text }) =>
      blemishesIn(text).map(([code, message, remedy]) => faultAt(entry, code, path, message, remedy)),
    ),
    ...(entry.prose ?? []).flatMap((block) =>
      blemishesIn(block.text).map(([code, message, remedy]) => fault(code, entry.file, block, message, remedy)),
    ),
  ]);
}
