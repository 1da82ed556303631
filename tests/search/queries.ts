// What people type, drawn from the text itself, with what a right answer is. In: documents, synonyms, a seed. Out: queries of each
// kind. Slips, pinyin and questions are derived from names that occur on pages.
import * as OpenCC from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import type { Synonyms } from '../../src/search/build-index.ts';
import type { SearchDocument } from '../../src/views/search-document.ts';
import type { Oracle } from './oracle.ts';
import { type Random, randomOf } from './random.ts';

export interface Query {
  kind: string;
  text: string;
  /** Addresses of right answers. */
  right: Set<string>;
  /** All right answers have to be found, not just one. */
  complete: boolean;
  /** Answers that are in place, though not the one that is meant: for a title, pages that mention it. */
  fitting?: Set<string>;
}

const each = 40;
const han = /^\p{Script=Han}+$/u;
const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const syllables = (text: string) => pinyin(text, { toneType: 'none', type: 'array', v: true });

/** Draws until there are enough different ones; kinds that cannot be drawn from these documents come out empty. */
function draw<T>(count: number, one: () => T | undefined): T[] {
  const drawn = new Set<T>();
  for (let tries = 0; tries < count * 200 && drawn.size < count; tries++) {
    const item = one();
    if (item !== undefined) drawn.add(item);
  }
  return [...drawn];
}

/** Names that stand on pages: the matters of powers, the names people use, of three to ten characters. */
function namesOf(documents: readonly SearchDocument[]): string[] {
  const names = documents
    .filter(({ sought }) => sought)
    .flatMap(({ title, aliases }) => [title, ...aliases.filter((alias) => !/\d/.test(alias))]);
  return [...new Set(names.flatMap((name) => name.split(/[^\p{Script=Han}]+/u)).filter((name) => name.length >= 3 && name.length <= 10))];
}

/** One slip of the kind in a name. */
function slip(random: Random, kind: string, name: string, characters: readonly string[]): string {
  const chars = [...name];
  const at = random.below(chars.length);
  if (kind === 'missing') return chars.toSpliced(at, 1).join('');
  if (kind === 'swapped') {
    const first = Math.min(at, chars.length - 2);
    return chars.toSpliced(first, 2, chars[first + 1] ?? '', chars[first] ?? '').join('');
  }
  const sound = syllables(chars[at] ?? '')[0];
  const homophones = characters.filter((char) => char !== chars[at] && syllables(char)[0] === sound);
  const other = kind === 'homophone' && homophones.length > 0 ? random.pick(homophones) : random.pick(characters);
  return chars.toSpliced(at, 1, other).join('');
}

const askings = ['怎么办理', '谁负责', '需要什么材料', '有哪些风险', '归哪个部门管', '在哪里办', '要多久'];

export function queriesOf(oracle: Oracle, synonyms: Synonyms, seed: number): Query[] {
  const { documents, holding, titled } = oracle;
  const random = randomOf(seed);
  const line = () => random.pick([random.pick(documents)].flatMap(({ title, text }) => [title, ...text]));
  const runs = () => line().split(/[^\p{Script=Han}]+/u);
  const run = (least: number) => runs().find((item) => item.length >= least);
  const cut = (text: string | undefined, length: number) => {
    const from = text === undefined ? 0 : random.below(text.length - length + 1);
    return text?.slice(from, from + length);
  };
  const word = (text: string) => {
    const words = [...segmenter.segment(text)].map(({ segment }) => segment).filter((item) => item.length >= 2 && han.test(item));
    return words.length > 0 ? random.pick(words) : undefined;
  };
  const literal = (kind: string, texts: string[]): Query[] => texts.map((text) => ({ kind, text, right: holding(text), complete: true }));
  const names = namesOf(documents).filter((name) => holding(name).size > 0);
  const characters = [...new Set(names.join(''))];
  const named = (kind: string, derive: (name: string) => string, count = each): Query[] =>
    draw(count, () => random.pick(names)).map((name) => ({ kind, text: derive(name), right: holding(name), complete: false }));
  const slipped = (kind: string): Query[] =>
    draw(each, () => random.pick(names.filter(({ length }) => length >= 4)))
      .map((name) => ({ kind, text: slip(random, kind, name, characters), right: holding(name), complete: false }))
      // A slip that happens to be right is none.
      .filter(({ text }) => holding(text).size === 0);

  const citations = [
    ...new Set(
      documents.flatMap(({ text }) =>
        text.flatMap((item) => item.match(/《[^《》]{3,25}(?:法|条例|办法)》第[一二三四五六七八九十百零]+条/gu) ?? []),
      ),
    ),
  ];
  const arabic: Record<string, string> = { 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' };
  const inDigits = (citation: string) =>
    citation.replace(
      /第([一二三四五六七八九])?(十)?([一二三四五六七八九])?条$/u,
      (_all, tens = '', ten = '', ones = '') =>
        `第${ten ? (arabic[tens] ?? 1) : (arabic[tens] ?? '')}${arabic[ones] ?? (ten ? '0' : '')}条`,
    );
  const forms = [
    (citation: string) => citation,
    (citation: string) => citation.replace(/[《》]/gu, ''),
    (citation: string) => inDigits(citation),
    (citation: string) =>
      inDigits(citation)
        .replace(/[《》]/gu, '')
        .replace('第', ''),
  ];
  const aliases = documents.flatMap((document) => document.aliases);
  const numbers = [...new Set(aliases.filter((alias) => /〔\d{4}〕\d+号$/u.test(alias)))];
  const codes = [...new Set(aliases.filter((alias) => /^[\w-]*\d[\w-]*$/u.test(alias)))];
  const traditional = OpenCC.Converter({ from: 'cn', to: 't' });
  const some = <T>(items: readonly T[]) => (items.length > 0 ? draw(Math.min(each, items.length), () => random.pick(items)) : []);

  return [
    ...literal(
      'words',
      draw(each, () => word(line())),
    ),
    ...literal(
      'two characters',
      draw(each, () => cut(run(4), 2)),
    ),
    ...literal(
      'phrases',
      draw(each, () => cut(run(12), 5 + random.below(8))),
    ),
    ...literal(
      'several words',
      draw(each, () => {
        const { text } = random.pick(documents);
        const words = [0, 1].map(() => (text.length > 0 ? word(random.pick(text)) : undefined));
        return words.every(Boolean) ? words.join(' ') : undefined;
      }),
    ),
    ...draw(each, () => random.pick(documents).title).map((text) => ({
      kind: 'titles',
      text,
      right: titled(text),
      fitting: holding(text),
      complete: false,
    })),
    ...some(citations).map((citation, index) => ({
      kind: 'citations',
      text: forms[index % forms.length]?.(citation) ?? '',
      right: holding(citation),
      complete: true,
    })),
    ...some(numbers).map((number, index) => ({
      kind: 'document numbers',
      text: index % 2 ? number.replaceAll(/[〔〕]/gu, '') : number,
      right: holding(number),
      complete: true,
    })),
    ...some(codes).map((code) => ({ kind: 'codes', text: code, right: holding(code), complete: true })),
    ...literal('one character', draw(20, () => random.pick([...(run(2) ?? '')].concat(''))).filter(Boolean)),
    ...named('pinyin initials', (name) =>
      syllables(name)
        .map((item) => item[0])
        .join(''),
    ),
    ...named('pinyin full', (name) => syllables(name).join('')),
    ...named('pinyin partial', (name) =>
      syllables(name)
        .map((item, index) => (index % 2 ? item[0] : item))
        .join(''),
    ),
    ...['wrong', 'homophone', 'missing', 'swapped'].flatMap(slipped),
    ...Object.entries(synonyms).flatMap(([text, officials]) => {
      const right = new Set(officials.flatMap((official) => [...holding(official)]));
      return right.size > 0 ? [{ kind: 'synonyms', text, right, complete: true }] : [];
    }),
    ...named('questions', (name) => (random.below(2) ? `${name}${random.pick(askings)}` : `请问${name}${random.pick(askings)}？`)),
    ...named('Traditional', (name) => traditional(name)),
  ];
}
