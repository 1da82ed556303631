// The county as a graph: every reference is the thing itself, and every relation can be followed both ways.
// Records (schema) say `flow: 'dibao'`; here `power.flow.steps[2].risks[0].measures[0].rules` just works.
import type { z } from 'zod';
import type { HandbookRecord, PlaylistRecord, SlideRecord } from '../schema/channels.ts';
import type { basis as basisSchema } from '../schema/fields.ts';
import type { FlowRecord, LaneRecord, StepRecord } from '../schema/flow.ts';
import type { Kind } from '../schema/kinds.ts';
import type { LawRecord } from '../schema/law.ts';
import type { MeasureRecord } from '../schema/measure.ts';
import type { PostRecord } from '../schema/post.ts';
import type { PowerRecord } from '../schema/power.ts';
import type { NoticeRecord, PageRecord } from '../schema/prose.ts';
import type { ResponsibilityRecord } from '../schema/responsibility.ts';
import type { RiskRecord } from '../schema/risk.ts';
import type { RuleRecord } from '../schema/rule.ts';
import type { MovedRecord, SiteRecord } from '../schema/site.ts';
import type { AlertRecord, AppraisalRecord, FeedbackRecord, InspectionRecord } from '../schema/supervision.ts';
import type { UnitRecord } from '../schema/unit.ts';

/** A record without the fields that belong to publishing, not to the public, and without those resolved below. */
type Of<K extends string, R, Resolved extends string = never> = Omit<R, 'disclosure' | 'withdrawn' | 'source' | 'approvedBy' | Resolved> & {
  kind: K;
};

export interface Basis extends Omit<z.infer<typeof basisSchema>, 'law'> {
  law: Law;
}

export interface Law extends Omit<LawRecord, 'supersededBy'> {
  supersededBy: Law | undefined;
  /** Powers and responsibilities that cite it, each once. */
  citedBy: (Power | Responsibility)[];
}

export interface Unit extends Of<'unit', UnitRecord, 'parent' | 'leader'> {
  kind: 'unit';
  unitKind: string;
  parent: Unit | undefined;
  leader: Post | undefined;
  children: Unit[];
  posts: Post[];
  powers: Power[];
  responsibilities: Responsibility[];
  flows: Flow[];
  rules: Rule[];
  risks: Risk[];
  measures: Measure[];
}

export interface Post extends Of<'post', PostRecord, 'supervisors'> {
  unit: Unit;
  supervisors: { way: string; post: Post | undefined; body: string | undefined }[];
  powers: Power[];
  responsibilities: Responsibility[];
  steps: Step[];
  risks: Risk[];
  measures: Measure[];
}

export interface Power extends Of<'power', PowerRecord, 'basis' | 'fee' | 'posts' | 'flow' | 'rules'> {
  unit: Unit;
  basis: Basis[];
  fee: { standard: string; basis: Basis[] } | undefined;
  posts: Post[];
  flow: Flow | undefined;
  rules: Rule[];
  responsibilities: Responsibility[];
  risks: Risk[];
}

export interface Responsibility
  extends Of<'responsibility', ResponsibilityRecord, 'title' | 'power' | 'post' | 'basis' | 'accountabilityBasis'> {
  unit: Unit;
  title: string;
  power: Power | undefined;
  post: Post | undefined;
  basis: Basis[];
  accountabilityBasis: Basis[];
}

export interface Step extends Omit<StepRecord, 'lane' | 'post' | 'next'> {
  /** 1-based position in the written order: the step's number on every channel. */
  number: number;
  flow: Flow;
  lane: LaneRecord;
  post: Post | undefined;
  next: { to: Step; when: string | undefined; back: string | undefined }[];
  risks: Risk[];
}

export interface Flow extends Of<'flow', FlowRecord, 'steps'> {
  unit: Unit;
  steps: Step[];
  powers: Power[];
  risks: Risk[];
}

export interface Rule extends Of<'rule', RuleRecord, 'supersedes'> {
  unit: Unit;
  prose: string[];
  supersedes: Rule[];
  supersededBy: Rule[];
  powers: Power[];
  measures: Measure[];
}

export interface Risk extends Of<'risk', RiskRecord, 'powers' | 'steps' | 'post' | 'leader' | 'measures'> {
  unit: Unit;
  powers: Power[];
  steps: Step[];
  post: Post | undefined;
  leader: Post | undefined;
  measures: Measure[];
}

export interface Measure extends Of<'measure', MeasureRecord, 'post' | 'rules'> {
  unit: Unit;
  post: Post | undefined;
  rules: Rule[];
  risks: Risk[];
}

export interface Notice extends Of<'notice', NoticeRecord, 'unit'> {
  unit: Unit | undefined;
  prose: string[];
}
export interface Page extends Of<'page', PageRecord> {
  prose: string[];
}

/** What the office has printed and bound; units and pages in printing order. */
export interface Handbook extends Omit<HandbookRecord, 'units' | 'frontMatter'> {
  units: Unit[];
  frontMatter: Page[];
}

/** Inspections and feedback newest first, appraisals by year, alerts as written. */
export interface Supervision {
  inspections: (Omit<InspectionRecord, 'units'> & { units: Unit[] })[];
  appraisals: (Omit<AppraisalRecord, 'units'> & { units: (Omit<AppraisalRecord['units'][number], 'unit'> & { unit: Unit })[] })[];
  alerts: (Omit<AlertRecord, 'unit'> & { unit: Unit })[];
  feedback: Feedback[];
}
export type Feedback = Omit<FeedbackRecord, 'unit'> & { unit: Unit };

/** What a slide is about; a slide about something that is not public is not there. */
export type SlideSubject =
  | { kind: 'counts' | 'changes' }
  | { kind: 'unit'; unit: Unit }
  | { kind: 'power'; power: Power }
  | { kind: 'flow'; flow: Flow }
  | { kind: 'risk'; risk: Risk }
  /** Without one: the latest of them all. */
  | { kind: 'notice'; notice: Notice | undefined }
  | { kind: 'feedback'; feedback: Feedback | undefined }
  /** Without one: the phones of the county. */
  | { kind: 'phone'; unit: Unit | undefined };
export type Slide = Omit<SlideRecord, 'kind' | 'id'> & SlideSubject;

export interface Playlist extends Omit<PlaylistRecord, 'slides'> {
  slides: Slide[];
}

/** A handbook as a PDF that this build publishes. */
export interface PrintedBook {
  /** The handbook, or `units/<unit>`: the path of the PDF without its ending. */
  id: string;
  pageCount: number;
  /** Bytes. */
  size: number;
}

/** A record whose content is gone and whose address stays. */
export interface WithdrawnRecord {
  kind: RecordKind | 'unit';
  id: string;
  date: string;
  reason: string;
  authority: string;
}

/** The kinds that have a page of their own under a unit. */
export const recordKinds = ['power', 'responsibility', 'flow', 'rule', 'risk', 'measure', 'post'] as const satisfies Kind[];
export type RecordKind = (typeof recordKinds)[number];

/** The five disclosures, in their canonical order. */
export const disclosureKinds = ['power', 'responsibility', 'flow', 'rule', 'risk'] as const satisfies RecordKind[];
export type DisclosureKind = (typeof disclosureKinds)[number];

export interface RecordByKind {
  power: Power;
  responsibility: Responsibility;
  flow: Flow;
  rule: Rule;
  risk: Risk;
  measure: Measure;
  post: Post;
}
export type DisclosedRecord = RecordByKind[RecordKind];

export interface County {
  site: SiteRecord;
  laws: Law[];
  units: Unit[];
  records: { [K in RecordKind]: RecordByKind[K][] };
  notices: Notice[];
  pages: Page[];
  supervision: Supervision;
  playlists: Playlist[];
  handbooks: Handbook[];
  /** For download; none in a build that prints none. */
  books: PrintedBook[];
  withdrawn: WithdrawnRecord[];
  moved: MovedRecord[];
}
