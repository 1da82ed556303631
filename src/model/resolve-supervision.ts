// What the discipline inspection office publishes, with units in the place of their ids. An item about a unit that is not
// public is not there.
import type { AlertRecord, AppraisalRecord, FeedbackRecord, InspectionRecord } from '../schema/supervision.ts';
import type { Supervision, Unit } from './county.ts';
import { type AnyEntry, entriesOf } from './entry.ts';

export function resolveSupervision(entries: readonly AnyEntry[], units: ReadonlyMap<string, Unit>): Supervision {
  const withUnit = <T extends { unit: string }>(data: T) => {
    const unit = units.get(data.unit);
    return unit ? [{ ...data, unit }] : [];
  };
  return {
    inspections: entriesOf(entries, 'inspection')
      .map(({ data }: { data: InspectionRecord }) => ({ ...data, units: data.units.flatMap((id) => units.get(id) ?? []) }))
      .filter((inspection) => inspection.units.length > 0)
      .sort((a, b) => (a.date < b.date ? 1 : -1)),
    appraisals: entriesOf(entries, 'appraisal')
      .map(({ data }: { data: AppraisalRecord }) => ({ ...data, units: data.units.flatMap(withUnit) }))
      .sort((a, b) => b.year - a.year),
    alerts: entriesOf(entries, 'alert').flatMap(({ data }: { data: AlertRecord }) => withUnit(data)),
    feedback: entriesOf(entries, 'feedback')
      .flatMap(({ data }: { data: FeedbackRecord }) => withUnit(data))
      .sort((a, b) => (a.answered < b.answered ? 1 : -1)),
  };
}
