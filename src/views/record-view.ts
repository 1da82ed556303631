// The shape of what one record's page shows, whatever its kind: a heading, a few facts, sections. Pages draw it, search indexes
// it, print will set it — so all channels say the same. No logic here.
import type { RecordKind } from '../model/county.ts';
import type { FlowView } from './steps.ts';
import type { Level, Line, Link } from './wording.ts';

/** A labelled value; several lines where there are several values. */
export interface Field {
  label: string;
  lines: Line[];
}

/** One line of a list of related records. */
export interface RecordLine extends Link {
  tag?: string;
  note?: string;
  level?: Level;
}

export interface ResponsibilityView {
  href: string;
  stage: string;
  text: string;
  post: Link | undefined;
  accountability: string[];
}

export interface MeasureView extends Link {
  way: string;
  says: string;
  post: Link | undefined;
  rules: Link[];
}

export interface RiskView extends Link {
  level: Level;
  category: string;
  description: string;
  steps: Link[];
  post: Link | undefined;
  leader: Link | undefined;
  measures: MeasureView[];
}

export type SectionBody =
  | { type: 'fields'; fields: Field[] }
  | { type: 'items'; items: string[] }
  | { type: 'records'; records: RecordLine[] }
  | { type: 'responsibilities'; responsibilities: ResponsibilityView[] }
  /** `brief`: who, by when and where to, without papers, requirements and rights, which stand on the flow's own page. */
  | { type: 'flow'; flow: FlowView; brief: boolean }
  /** The same flow as a drawing. */
  | { type: 'chart'; flow: FlowView }
  | { type: 'risks'; risks: RiskView[] }
  | { type: 'measures'; measures: MeasureView[] }
  | { type: 'prose'; text: string[] };

export interface Section {
  /** Anchor on the page. */
  id: string;
  title: string;
  /** 一 to 五 on pages that show the five disclosures. */
  numeral?: string;
  lead?: string;
  more?: Link;
  body: SectionBody[];
}

export interface RecordView {
  kind: RecordKind;
  id: string;
  /** Chinese name of the kind. */
  kindLabel: string;
  title: string;
  href: string;
  unit: Link;
  aliases: string[];
  code: string | undefined;
  level: Level | undefined;
  /** One or two sentences under the title, also the page's description. */
  summary: string;
  /** Up to five, for the strip under the title. */
  facts: Field[];
  sections: Section[];
  published: string;
  updated: string | undefined;
  changeNote: string | undefined;
  effective: string | undefined;
  reviewBy: string | undefined;
}
