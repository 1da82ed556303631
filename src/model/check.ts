// All checks over one county. In: what reading found. Out: every fault, in reading order, at the level site.yml gives it.
import { checkBounds } from './checks/bounds.ts';
import { checkCitations } from './checks/citations.ts';
import { checkCoverage } from './checks/coverage.ts';
import { checkDates } from './checks/dates.ts';
import { checkFlowShape } from './checks/flow-shape.ts';
import { checkHygiene } from './checks/hygiene.ts';
import { checkIdentifiers } from './checks/identifiers.ts';
import { checkPrivacy } from './checks/privacy.ts';
import { checkReferences } from './checks/references.ts';
import { checkRepetition } from './checks/repetition.ts';
import { checkSeparation } from './checks/separation.ts';
import { checkSettings } from './checks/settings.ts';
import { checkVocabulary } from './checks/vocabulary.ts';
import { checkWithholding } from './checks/withholding.ts';
import { type Content, entriesOf } from './entry.ts';
import { byPlace, type Fault, type FaultCode, faultCodes } from './fault.ts';
import { resolve } from './resolve.ts';

export function check(content: Content): Fault[] {
  const { entries, faults } = content;
  const county = resolve({ entries, withdrawn: [] });
  const found = [
    ...faults,
    ...checkIdentifiers(entries),
    ...checkReferences(content),
    ...checkFlowShape(entries),
    ...checkCoverage(content, county),
    ...checkDates(entries),
    ...checkBounds(entries),
    ...checkSeparation(entries),
    ...checkCitations(entries),
    ...checkPrivacy(entries),
    ...checkHygiene(entries),
    ...checkRepetition(entries),
    ...checkVocabulary(entries),
    ...checkWithholding(entries),
    ...checkSettings(content),
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
