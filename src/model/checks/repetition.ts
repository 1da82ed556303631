// Repetition: a sentence that stands in many records says nothing about any of them. Each is named once, at its third occurrence.
import { type AnyEntry, faultAt, textsOf } from '../entry.ts';
import type { Fault } from '../fault.ts';

/** Shorter ones (“不收费”, “按规定办理”) may be the whole truth. Unit: characters. */
const shortest = 12;
/** How often a sentence may occur in the county. */
const most = 2;

export function checkRepetition(entries: readonly AnyEntry[]): Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  for (const entry of entries) {
    // Descriptions of what goes wrong and of what is done against it; names, materials and remedies repeat by nature.
    if (!['responsibility', 'risk', 'measure'].includes(entry.kind)) continue;
    for (const { path, text } of textsOf(entry)) {
      if (!['text', 'description', 'accountability'].includes(String(path[0]))) continue;
      for (const sentence of text.split(/[。；\n]/).map((part) => part.trim())) {
        if (sentence.length < shortest) continue;
        const count = (seen.get(sentence) ?? 0) + 1;
        seen.set(sentence, count);
        if (count === most + 1)
          faults.push(
            faultAt(
              entry,
              'repeated-sentence',
              path,
              `“${sentence}”在全县已经写了 ${count} 次`,
              '结合这一事项写具体：谁、在什么时候、做什么',
            ),
          );
      }
    }
  }
  return faults;
}
