// The gate. In: everything the offices keep. Out: only what the public may see (政府信息公开条例 §13–16, 行政处罚法 §48).
// Everything to the right of this module works on its output, so what is withheld cannot appear in any channel.
import type { Disclosure } from '../schema/fields.ts';
import { type Kind, kinds } from '../schema/kinds.ts';
import { isOptional } from '../schema/walk.ts';
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

/** Can the field be taken out and a whole record be left? Only optional fields can. */
export function canBeWithheld(kind: Kind, field: string): boolean {
  return field !== 'withdrawn' && field !== 'disclosure' && isOptional(kinds[kind].schema, [field]);
}

function withoutWithheldFields(entry: AnyEntry, fields: readonly string[]): AnyEntry {
  const kept = Object.fromEntries(Object.entries(entry.data).filter(([name]) => !fields.includes(name)));
  // Parsing again puts defaults (empty lists) back where a field was taken out.
  return { ...entry, data: kinds[entry.kind].schema.parse(kept) } as AnyEntry;
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
    kept.push(withoutWithheldFields(entry, ['source', 'disclosure', ...(own.disclosure?.fields ?? [])]));
  }
  return { entries: kept, withdrawn };
}
