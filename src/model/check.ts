// All checks over one county. In: what reading found. Out: every fault, in reading order, at the level site.yml gives it.
import { checkCitations } from './checks/citations.ts';
import { checkCoverage } from './checks/coverage.ts';
import { checkIdentifiers } from './checks/identifiers.ts';
import { checkPrivacy } from './checks/privacy.ts';
import { checkReferences } from './checks/references.ts';
import { checkVocabulary } from './checks/vocabulary.ts';
import { type Content, entriesOf } from './entry.ts';
import { byPlace, type Fault, type FaultCode, faultCodes } from './fault.ts';
import { resolve } from './resolve.ts';

export function check({ entries, faults }: Content): Fault[] {
  const county = resolve({ entries, withdrawn: [] });
  const found = [
    ...faults,
    ...checkIdentifiers(entries),
    ...checkReferences(entries),
    ...checkCoverage(entries, county),
    ...checkCitations(entries),
    ...checkPrivacy(entries),
    ...checkVocabulary(entries),
  ];
  const levels = entriesOf(entries, 'site')[0]?.data.checks ?? {};
  return found
    .flatMap((item) => {
      const level = faultCodes[item.code].fixed ? undefined : levels[item.code as FaultCode];
      return level === 'off' ? [] : [level ? { ...item, level } : item];
    })
    .sort(byPlace);
}

/** Does anything stop publishing? */
export function hasErrors(faults: readonly Fault[]): boolean {
  return faults.some((item) => item.level === 'error');
}
