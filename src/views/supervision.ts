// The supervision page: inspections, alerts, appraisals, and what citizens said and what came of it. Counts and posts, no persons.
import type { County } from '../model/county.ts';
import { chineseDate, type Link, unitLink } from './wording.ts';

export interface InspectionView {
  id: string;
  title: string;
  date: string;
  body: string;
  units: Link[];
  scope: string;
  findings: string[];
  rectification: string | undefined;
}
export interface AppraisalView {
  id: string;
  title: string;
  method: string;
  rows: { unit: Link; quantitative: string; qualitative: string; grade: string }[];
}
export interface AlertTable {
  quarter: string;
  rows: { unit: Link; red: number; orange: number; yellow: number; handled: number }[];
}
export interface FeedbackView {
  id: string;
  title: string;
  unit: Link;
  received: string;
  answered: string;
  question: string;
  answer: string;
  improvement: string | undefined;
}

export interface SupervisionView {
  inspections: InspectionView[];
  alerts: AlertTable[];
  appraisals: AppraisalView[];
  feedback: FeedbackView[];
  updated: string;
}

/** 2026-Q3 → 2026年第三季度. */
export function quarterName(quarter: string): string {
  const [year, number] = quarter.split('-Q');
  return `${year}年第${'一二三四'[Number(number) - 1]}季度`;
}

const grades = ['优秀', '良好', '合格', '不合格'];

/** Undefined where nothing has been published yet: no empty column is shown. */
export function supervisionView({ supervision, site }: County): SupervisionView | undefined {
  const { inspections, alerts, appraisals, feedback } = supervision;
  const dates = [...inspections, ...alerts, ...appraisals, ...feedback].map(({ updated, published }) => updated ?? published).sort();
  if (dates.length === 0) return undefined;
  const quarters = [...Map.groupBy(alerts, ({ quarter }) => quarter)].sort(([a], [b]) => (a < b ? 1 : -1));
  return {
    inspections: inspections.map(({ id, title, date, body, units, scope, findings, rectification }) => ({
      id,
      title,
      date: chineseDate(date),
      body,
      units: units.map(unitLink),
      scope,
      findings,
      rectification,
    })),
    alerts: quarters.map(([quarter, found]) => ({
      quarter: quarterName(quarter),
      rows: found.map(({ unit, red, orange, yellow, handled }) => ({ unit: unitLink(unit), red, orange, yellow, handled })),
    })),
    appraisals: appraisals.map(({ id, title, method, units }) => ({
      id,
      title,
      method,
      rows: [...units]
        .sort(
          (a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade) || b.quantitative + b.qualitative - a.quantitative - a.qualitative,
        )
        .map(({ unit, quantitative, qualitative, grade }) => ({
          unit: unitLink(unit),
          quantitative: quantitative.toFixed(1),
          qualitative: qualitative.toFixed(1),
          grade,
        })),
    })),
    feedback: feedback.map(({ id, title, unit, received, answered, question, answer, improvement }) => ({
      id,
      title,
      unit: unitLink(unit),
      received: chineseDate(received),
      answered: chineseDate(answered),
      question,
      answer,
      improvement,
    })),
    updated: dates.at(-1) ?? site.contentDate,
  };
}
