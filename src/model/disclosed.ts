// The gate. In: everything the offices keep. Out: only what the public may see (政府信息公开条例 §13–16, 行政处罚法 §48).
// Everything to the right of this module works on its output, so what is withheld cannot appear in any channel.
import type { Disclosure } from '../schema/fields.ts';
import { type Kind, kinds } from '../schema/kinds.ts';
import { fieldNames } from '../schema/walk.ts';
import { type RecordKind, recordKinds, type WithdrawnRecord } from './county.ts';
import type { AnyEntry } from './entry.ts';

export interface DisclosedContent {
  entries: AnyEntry[];
  withdrawn: WithdrawnRecord[];
}

interface Publishing {
  disclosure?: Disclosure | undefined;
  withdrawn?: { date: string; reason: string; authority: string } | undefined;
}

/** May this whole record be shown to everyone? A record of which only some fields are withheld may. */
function isPublic({ disclosure }: Publishing): boolean {
  return (
    disclosure === undefined || disclosure.fields !== undefined || (disclosure.mode === 'proactive' && disclosure.audience === '全社会')
  );
}

/** What is left of a record without some of its fields; undefined where that is no whole record any more. */
function without(entry: AnyEntry, fields: readonly string[]): AnyEntry | undefined {
  const kept = Object.fromEntries(Object.entries(entry.data).filter(([name]) => !fields.includes(name)));
  // Parsing again puts defaults (empty lists) back where a field was taken out.
  const parsed = kinds[entry.kind].schema.safeParse(kept);
  return parsed.success ? ({ ...entry, data: parsed.data } as AnyEntry) : undefined;
}

/** The first of the fields to be withheld whose loss the record does not survive, if any. */
export function cannotBeWithheld(entry: AnyEntry, fields: readonly string[]): string | undefined {
  const known = fieldNames(kinds[entry.kind].schema);
  return fields.find(
    (field, index) => !known.includes(field) || ['withdrawn', 'disclosure'].includes(field) || !without(entry, fields.slice(0, index + 1)),
  );
}

/** Keeps what is proactive-to-all, cuts withheld fields, and leaves of a withdrawn record its address and the reason only. */
export function disclosed(entries: readonly AnyEntry[]): DisclosedContent {
  const units = new Map(entries.filter((entry) => entry.kind === 'unit').map((entry) => [entry.id, entry.data as Publishing]));
  const kept: AnyEntry[] = [];
  const withdrawn: WithdrawnRecord[] = [];
  for (const entry of entries) {
    const own = entry.data as Publishing;
    const unit = entry.unit === undefined ? undefined : units.get(entry.unit);
    if (!isPublic(own) || (entry.unit !== undefined && (!unit || !isPublic(unit)))) continue;
    const gone = own.withdrawn ?? unit?.withdrawn;
    if (gone) {
      if (entry.kind === 'unit' || (recordKinds as readonly Kind[]).includes(entry.kind)) {
        withdrawn.push({
          kind: entry.kind as RecordKind | 'unit',
          id: entry.id,
          date: gone.date,
          reason: gone.reason,
          authority: gone.authority,
        });
      }
      continue;
    }
    // A record that cannot do without what is withheld is withheld whole.
    const open = without(entry, ['source', 'disclosure', ...(own.disclosure?.fields ?? [])]);
    if (open) kept.push(open);
  }
  return { entries: kept, withdrawn };
}
