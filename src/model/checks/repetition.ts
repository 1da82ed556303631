// Repetition: a sentence that stands in many records says nothing about any of them. Each is named once, at its third occurrence.
import { type AnyEntry, faultAt, textsOf } from '../entry.ts';
import { type Fault, fault } from '../fault.ts';

/** Shorter ones (“不收费”, “按规定办理”) may be the whole truth. Unit: characters. */
const shortest = 12;
/** How often a sentence may occur in the county. */
const most = 2;

/** Fields that hold sentences; names of units, posts and papers repeat by nature. */
const sentenceFields = new Set([
  'text',
  'description',
  'accountability',
  'detail',
  'rights',
  'remedy',
  'discretion',
  'conditions',
  'duties',
  'checkFocus',
  'procedure',
  'boundary',
  'scope',
  'findings',
  'rectification',
  'question',
  'answer',
  'improvement',
]);

export function checkRepetition(entries: readonly AnyEntry[]): Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  const count = (text: string, flag: (message: string, remedy: string) => Fault) => {
    for (const sentence of text.split(/[。；\n]/).map((part) => part.trim())) {
      if (sentence.length < shortest) continue;
      const times = (seen.get(sentence) ?? 0) + 1;
      seen.set(sentence, times);
      if (times === most + 1) faults.push(flag(`“${sentence}”在全县已经写了 ${times} 次`, '结合这一事项写具体：谁、在什么时候、做什么'));
    }
  };
  for (const entry of entries) {
    for (const { path, text } of textsOf(entry)) {
      const field = path.findLast((key) => typeof key === 'string');
      if (sentenceFields.has(String(field))) count(text, (...says) => faultAt(entry, 'repeated-sentence', path, ...says));
    }
    for (const block of entry.prose ?? []) count(block.text, (...says) => fault('repeated-sentence', entry.file, block, ...says));
  }
  return faults;
}
