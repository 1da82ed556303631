// What a county still lacks: one definition of coverage, read by the checks (faults for clerks) and by the coverage page (in public).
import type { County, Power, Risk } from './county.ts';
import type { FaultCode } from './fault.ts';

export type GapCode = Extract<
  FaultCode,
  | 'power-without-rule'
  | 'power-without-flow'
  | 'power-without-responsibility'
  | 'power-without-risk'
  | 'risk-without-measure'
  | 'risk-hangs-on-nothing'
>;

export interface Gap {
  code: GapCode;
  record: Power | Risk;
}

function powerGaps(power: Power): GapCode[] {
  const gaps: GapCode[] = [];
  if (power.rules.length === 0) gaps.push('power-without-rule');
  if (!power.flow) gaps.push('power-without-flow');
  if (power.responsibilities.length === 0) gaps.push('power-without-responsibility');
  if (power.risks.length === 0) gaps.push('power-without-risk');
  return gaps;
}

function riskGaps(risk: Risk): GapCode[] {
  const gaps: GapCode[] = [];
  if (risk.measures.length === 0) gaps.push('risk-without-measure');
  if (risk.powers.length === 0 && risk.steps.length === 0 && !risk.post) gaps.push('risk-hangs-on-nothing');
  return gaps;
}

/** Every gap of the county, powers first, in the order of their units. */
export function gapsOf(county: County): Gap[] {
  return [
    ...county.records.power.flatMap((record) => powerGaps(record).map((code) => ({ code, record }))),
    ...county.records.risk.flatMap((record) => riskGaps(record).map((code) => ({ code, record }))),
  ];
}
