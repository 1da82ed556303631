// Search documents of counties of any size: titles and sentences of the demonstration county put together anew, so that words,
// their frequency and their neighbours are those of real records. The same for the same number.
import type { SearchDocument } from '../../src/views/search-document.ts';
import { randomOf } from './random.ts';

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const wordsOf = (text: string) => [...words.segment(text)].map(({ segment }) => segment);

/** Every so often a sentence of the record itself is replaced by one of another record of the same kind. */
const foreign = 0.4;

export function generatedDocuments(models: readonly SearchDocument[], count: number): SearchDocument[] {
  const random = randomOf(count);
  const byKind = Map.groupBy(models, ({ kind }) => kind);
  return Array.from({ length: count }, (_, number): SearchDocument => {
    const model = models[number % models.length] as SearchDocument;
    const others = byKind.get(model.kind) ?? models;
    const other = random.pick(others);
    // A matter of its own: the beginning of one title, the end of another.
    const [head, tail] = [wordsOf(model.title), wordsOf(other.title)];
    const title =
      number < models.length
        ? model.title
        : [...head.slice(0, Math.ceil(head.length / 2)), ...tail.slice(Math.floor(tail.length / 2))].join('');
    const text = model.text.map((sentence) => {
      if (random.below(10) / 10 >= foreign) return sentence;
      const from = random.pick(others).text;
      return from.length > 0 ? random.pick(from) : sentence;
    });
    const generation = Math.floor(number / models.length);
    const code = model.type ? [`5115-QL-${String(number).padStart(5, '0')}`] : [];
    const aliases = model.aliases.map((alias) => alias.replace(/\d+(?=号?$)/, (digits) => String(Number(digits) + generation * 1_000)));
    return {
      ...model,
      href: `/g/${number}/`,
      title,
      text,
      aliases: [...code, ...(generation === 0 ? aliases : aliases.filter((alias) => /\d/.test(alias)))],
    };
  });
}
