// Entries → county: each id becomes the thing it names, each relation gets its way back.
// Total: a reference that leads nowhere (withheld, or a fault reported elsewhere) is simply not there.
import { arrowsOf } from '../schema/flow.ts';
import type { SiteRecord } from '../schema/site.ts';
import type { Basis, County, Flow, Law, Measure, Notice, Post, Power, Responsibility, Risk, Rule, Step, Unit } from './county.ts';
import type { DisclosedContent } from './disclosed.ts';
import { type Entry, entriesOf, type ProseBlock } from './entry.ts';
import { inOrder } from './order.ts';
import { resolvePlaylists } from './resolve-playlists.ts';
import { resolveSupervision } from './resolve-supervision.ts';

type WrittenBasis = Entry<'power'>['data']['basis'];

/** What stays of a record's data once publishing fields are dropped. */
function published<T extends { disclosure?: unknown; withdrawn?: unknown; source?: unknown; approvedBy?: unknown }>(data: T) {
  const { disclosure: _d, withdrawn: _w, source: _s, approvedBy: _a, ...rest } = data;
  return rest;
}

const textsOfProse = (blocks: readonly ProseBlock[] = []) => blocks.map(({ text }) => text);

function index<T extends { id: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** The things behind a list of ids, without those that are not there and without repeats. */
function pick<T>(from: Map<string, T>, ids: readonly string[]): T[] {
  return [...new Set(ids)].flatMap((id) => from.get(id) ?? []);
}

/** Resolves a county. `content` comes from the gate for anything that is shown, ungated for checks only. */
export function resolve(content: DisclosedContent): County {
  const entries = inOrder(content.entries);
  const site = entriesOf(entries, 'site')[0]?.data as SiteRecord;

  const laws = index(entriesOf(entries, 'law').map(({ data }): Law => ({ ...data, supersededBy: undefined, citedBy: [] })));
  for (const { id, data } of entriesOf(entries, 'law'))
    if (data.supersededBy) (laws.get(id) as Law).supersededBy = laws.get(data.supersededBy);

  const units = index(
    entriesOf(entries, 'unit').map(
      ({ data }): Unit => ({
        ...published(data),
        kind: 'unit',
        unitKind: data.kind,
        parent: undefined,
        leader: undefined,
        children: [],
        posts: [],
        powers: [],
        responsibilities: [],
        flows: [],
        rules: [],
        risks: [],
        measures: [],
      }),
    ),
  );
  const owner = (entry: { unit?: string }) => units.get(entry.unit ?? '') as Unit;
  const owned = <K extends 'post' | 'power' | 'responsibility' | 'flow' | 'rule' | 'risk' | 'measure'>(kind: K) =>
    entriesOf(entries, kind).filter((entry) => units.has(entry.unit ?? '')) as Entry<K>[];

  const posts = index(
    owned('post').map(
      (entry): Post => ({
        ...published(entry.data),
        kind: 'post',
        unit: owner(entry),
        supervisors: [],
        powers: [],
        responsibilities: [],
        steps: [],
        risks: [],
        measures: [],
      }),
    ),
  );
  const powers = index(
    owned('power').map(
      (entry): Power => ({
        ...published(entry.data),
        kind: 'power',
        unit: owner(entry),
        basis: [],
        fee: undefined,
        posts: [],
        flow: undefined,
        rules: [],
        responsibilities: [],
        risks: [],
      }),
    ),
  );
  const responsibilities = index(
    owned('responsibility').map(
      (entry): Responsibility => ({
        ...published(entry.data),
        kind: 'responsibility',
        unit: owner(entry),
        title: entry.data.title ?? '',
        power: undefined,
        post: undefined,
        basis: [],
        accountabilityBasis: [],
      }),
    ),
  );
  const flows = index(
    owned('flow').map((entry): Flow => ({ ...published(entry.data), kind: 'flow', unit: owner(entry), steps: [], powers: [], risks: [] })),
  );
  const rules = index(
    owned('rule').map(
      (entry): Rule => ({
        ...published(entry.data),
        kind: 'rule',
        unit: owner(entry),
        prose: textsOfProse(entry.prose),
        supersedes: [],
        supersededBy: [],
        powers: [],
        measures: [],
      }),
    ),
  );
  const risks = index(
    owned('risk').map(
      (entry): Risk => ({
        ...published(entry.data),
        kind: 'risk',
        unit: owner(entry),
        powers: [],
        steps: [],
        post: undefined,
        leader: undefined,
        measures: [],
      }),
    ),
  );
  const measures = index(
    owned('measure').map(
      (entry): Measure => ({
        ...published(entry.data),
        kind: 'measure',
        unit: owner(entry),
        post: undefined,
        rules: [],
        risks: [],
      }),
    ),
  );
  const post = (id: string | undefined) => posts.get(id ?? '');
  const grounds = (written: WrittenBasis): Basis[] =>
    written.flatMap((item) => {
      const law = laws.get(item.law);
      return law ? { ...item, law } : [];
    });
  const cite = (by: Power | Responsibility, all: Basis[]) => {
    for (const { law } of all) if (!law.citedBy.includes(by)) law.citedBy.push(by);
  };

  for (const { id, data } of entriesOf(entries, 'unit')) {
    const unit = units.get(id) as Unit;
    unit.leader = post(data.leader);
    unit.parent = units.get(data.parent ?? '');
    unit.parent?.children.push(unit);
  }
  for (const { id, data } of owned('post')) {
    const item = posts.get(id) as Post;
    item.unit.posts.push(item);
    item.supervisors = data.supervisors
      .map(({ way, post: by, body }) => ({ way, post: post(by), body }))
      .filter((by) => by.post ?? by.body);
  }
  for (const { id, data } of owned('flow')) {
    const flow = flows.get(id) as Flow;
    flow.unit.flows.push(flow);
    const lanes = index(data.lanes);
    flow.steps = data.steps.flatMap((step, position): Step[] => {
      const lane = lanes.get(step.lane);
      return lane ? [{ ...step, number: position + 1, flow, lane, post: post(step.post), next: [], risks: [] }] : [];
    });
    const steps = index(flow.steps);
    for (const step of data.steps) {
      const item = steps.get(step.id);
      if (item)
        item.next = arrowsOf(step).flatMap(({ to, when, back }) => {
          const target = steps.get(to);
          return target ? { to: target, when, back } : [];
        });
      item?.post?.steps.push(item);
    }
  }
  const stepOf = (reference: string) => {
    const [flow = '', step = ''] = reference.split('/');
    return flows.get(flow)?.steps.find((item) => item.id === step);
  };
  for (const { id, data } of owned('rule')) {
    const rule = rules.get(id) as Rule;
    rule.unit.rules.push(rule);
    rule.supersedes = pick(rules, data.supersedes);
    for (const old of rule.supersedes) old.supersededBy.push(rule);
  }
  for (const { id, data } of owned('power')) {
    const power = powers.get(id) as Power;
    power.unit.powers.push(power);
    power.basis = grounds(data.basis);
    power.fee = data.fee && { standard: data.fee.standard, basis: grounds(data.fee.basis) };
    power.posts = pick(posts, data.posts);
    power.flow = flows.get(data.flow ?? '');
    power.rules = pick(rules, data.rules);
    power.flow?.powers.push(power);
    for (const item of power.posts) item.powers.push(power);
    for (const rule of power.rules) rule.powers.push(power);
    cite(power, [...power.basis, ...(power.fee?.basis ?? [])]);
  }
  for (const { id, data } of owned('responsibility')) {
    const item = responsibilities.get(id) as Responsibility;
    item.unit.responsibilities.push(item);
    item.power = powers.get(data.power ?? '');
    item.post = post(data.post);
    item.basis = grounds(data.basis);
    item.accountabilityBasis = grounds(data.accountabilityBasis);
    item.title ||= `${item.power?.title ?? item.post?.title ?? item.unit.shortTitle}·${item.stage}责任`;
    item.power?.responsibilities.push(item);
    item.post?.responsibilities.push(item);
    cite(item, [...item.basis, ...item.accountabilityBasis]);
  }
  for (const { id, data } of owned('measure')) {
    const measure = measures.get(id) as Measure;
    measure.unit.measures.push(measure);
    measure.post = post(data.post);
    measure.rules = pick(rules, data.rules);
    measure.post?.measures.push(measure);
    for (const rule of measure.rules) rule.measures.push(measure);
  }
  for (const { id, data } of owned('risk')) {
    const risk = risks.get(id) as Risk;
    risk.unit.risks.push(risk);
    risk.powers = pick(powers, data.powers);
    risk.steps = data.steps.flatMap((reference) => stepOf(reference) ?? []);
    risk.post = post(data.post);
    risk.leader = post(data.leader);
    risk.measures = pick(measures, data.measures);
    for (const power of risk.powers) power.risks.push(risk);
    for (const step of risk.steps) {
      step.risks.push(risk);
      if (!step.flow.risks.includes(risk)) step.flow.risks.push(risk);
    }
    risk.post?.risks.push(risk);
    for (const measure of risk.measures) measure.risks.push(risk);
  }

  const records = {
    power: [...powers.values()],
    responsibility: [...responsibilities.values()],
    flow: [...flows.values()],
    rule: [...rules.values()],
    risk: [...risks.values()],
    measure: [...measures.values()],
    post: [...posts.values()],
  };
  const exists = (kind: string, id: string) =>
    kind === 'unit' ? units.has(id) : (records[kind as keyof typeof records] ?? []).some((item) => item.id === id);
  const notices = entriesOf(entries, 'notice').map(
    ({ data, prose }): Notice => ({
      ...published(data),
      kind: 'notice',
      unit: units.get(data.unit ?? ''),
      prose: textsOfProse(prose),
    }),
  );
  const supervision = resolveSupervision(entries, units);
  const pages = entriesOf(entries, 'page')
    .map(({ data, prose }) => ({ ...published(data), kind: 'page' as const, prose: textsOfProse(prose) }))
    .sort((a, b) => a.order - b.order);
  return {
    site,
    laws: [...laws.values()],
    units: [...units.values()],
    records,
    notices,
    pages,
    supervision,
    playlists: resolvePlaylists(entries, { units, powers, flows, risks, notices: index(notices), feedback: index(supervision.feedback) }),
    handbooks: entriesOf(entries, 'handbook').map(({ data }) => ({
      ...data,
      units: pick(units, data.units),
      frontMatter: pick(index(pages), data.frontMatter),
    })),
    books: [],
    withdrawn: content.withdrawn,
    moved: entriesOf(entries, 'moved')
      .map(({ data }) => data)
      .filter(({ kind, to }) => exists(kind, to)),
  };
}
