// The parts that record pages are made of: fields, sections, lines of related records, risks, measures, responsibilities.
// In: records of the county. Out: pieces of a RecordView.
import type { Basis, DisclosedRecord, Measure, RecordByKind, RecordKind, Responsibility, Risk, Step } from '../model/county.ts';
import { type Kind, kinds } from '../schema/kinds.ts';
import { labelAt } from '../schema/walk.ts';
import type { Field, MeasureView, RecordLine, RecordView, ResponsibilityView, RiskView, Section, SectionBody } from './record-view.ts';
import { stepAnchor } from './steps.ts';
import { urlOf } from './urls.ts';
import { basisLine, chineseDate, joined, type Line, type Link, levelOf, linkTo, unitLink } from './wording.ts';

/** What every record page begins with. */
export function base<K extends RecordKind>(kind: K, record: RecordByKind[K]): Omit<RecordView, 'summary' | 'facts' | 'sections'> {
  return {
    kind,
    id: record.id,
    kindLabel: kinds[kind].label,
    title: record.title,
    href: urlOf(record),
    unit: unitLink(record.unit),
    aliases: record.aliases,
    code: record.code,
    level: undefined,
    published: record.published,
    updated: record.updated,
    changeNote: record.changeNote,
    effective: record.effective,
    reviewBy: record.reviewBy,
  };
}

/** A field under its label from the schema; nothing where it has no value. */
export function field(kind: Kind, name: string, value: string | Line[] | undefined): Field[] {
  const lines = typeof value === 'string' ? [[value]] : (value ?? []);
  return lines.length === 0 ? [] : [{ label: labelAt(kinds[kind].schema, [name]), lines }];
}

export const links = (records: readonly DisclosedRecord[]): Line[] => (records.length === 0 ? [] : [joined(records.map(linkTo))]);
export const link = (record: DisclosedRecord | undefined): Line[] => (record ? [[linkTo(record)]] : []);
export const grounds = (basis: readonly Basis[]): Line[] => basis.map(basisLine);
export const each = (items: readonly string[]): Line[] => items.map((item) => [item]);

/** A section, or none where it would be empty: no empty section is ever shown (检查指标: blank columns are a veto). */
export function section(id: string, title: string, body: SectionBody[], more: Partial<Section> = {}): Section[] {
  const filled = body.filter((part) =>
    Object.values(part).some((value) => (Array.isArray(value) ? value.length > 0 : typeof value === 'object')),
  );
  return filled.length === 0 ? [] : [{ id, title, body: filled, ...more }];
}

export function measureView(measure: Measure): MeasureView {
  return {
    ...linkTo(measure),
    way: measure.way,
    says: measure.text,
    post: measure.post && linkTo(measure.post),
    rules: measure.rules.map(linkTo),
  };
}

export function stepLink(step: Step): Link {
  return { text: `${step.flow.title}第${step.number}步“${step.name}”`, href: `${urlOf(step.flow)}#${stepAnchor(step)}` };
}

export function riskView(risk: Risk): RiskView {
  return {
    ...linkTo(risk),
    level: levelOf(risk.severity),
    category: risk.category,
    description: risk.description,
    steps: risk.steps.map(stepLink),
    post: risk.post && linkTo(risk.post),
    leader: risk.leader && linkTo(risk.leader),
    measures: risk.measures.map(measureView),
  };
}

export function responsibilityView(item: Responsibility): ResponsibilityView {
  return {
    href: urlOf(item),
    stage: item.stage,
    text: item.text,
    post: item.post && linkTo(item.post),
    accountability: item.accountability,
  };
}

/** One line for a record in a list of related ones. */
export function recordLine(record: DisclosedRecord): RecordLine {
  const line = linkTo(record);
  switch (record.kind) {
    case 'power':
      return { ...line, tag: record.type, note: record.unit.shortTitle };
    case 'risk':
      return { ...line, level: levelOf(record.severity), note: record.description };
    case 'rule':
      return { ...line, tag: record.status, note: [record.documentNo, chineseDate(record.issued)].filter(Boolean).join('　') };
    case 'flow':
      return { ...line, note: `${record.steps.length} 个环节` };
    case 'measure':
      return { ...line, tag: record.way, note: record.text };
    case 'responsibility':
      return { ...line, tag: record.stage, note: record.text };
    case 'post':
      return { ...line, note: [record.unit.shortTitle, record.department].filter(Boolean).join('　') };
  }
}

export const recordList = (records: readonly DisclosedRecord[]): SectionBody => ({ type: 'records', records: records.map(recordLine) });
