// Flows of any size, for the promises that must hold for every chart: written as records, resolved as any county's, the same for the
// same numbers. They hold what offices draw: decisions, shortcuts, returns, refusals at the side, work done by several at once.
import type { Flow } from '../../../src/model/county.ts';
import type { AnyEntry } from '../../../src/model/entry.ts';
import { resolve } from '../../../src/model/resolve.ts';
import { type Arrow, type FlowRecord, flowSchema } from '../../../src/schema/flow.ts';
import { type FlowView, flowView } from '../../../src/views/steps.ts';

/** The same numbers from the same seed (xorshift32). */
function dice(seed: number): (sides: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0 || 1;
  return (sides) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % sides;
  };
}

const words = ['受理', '审查', '核验', '登记', '报送', '公示', '审批', '告知', '送达', '归档', '复核', '评估', '勘验', '汇总', '会签'];
const laneNames = ['申请人', '受理窗口', '业务股室', '分管领导', '县级部门'];
const conditions = ['通过', '材料齐全', '属于本级权限且情节较轻', '无异议', '超过限额的'];

/** A valid flow of `steps` steps in `lanes` lanes. Every second seed has work done by several at once. */
export function generatedFlow(seed: number, steps: number, lanes: number): FlowRecord {
  const roll = dice(seed);
  const pick = <T>(list: readonly T[]) => list[roll(list.length)] as T;
  let lane = 0;
  const drafts = Array.from({ length: steps }, (_, index) => {
    if (roll(20) < 11) lane = Math.min(lanes - 1, Math.max(0, lane + (roll(2) ? 1 : -1)));
    return {
      id: `s${index}`,
      kind: index === 0 ? 'start' : index === steps - 1 ? 'end' : 'step',
      lane: `l${lane}`,
      name: `${pick(words)}${pick(words)}${roll(5) < 2 ? `${pick(words)}材料` : ''}`,
      actor: pick(['受理岗', '审查岗', '分管副局长', '社会救助股股长', undefined]),
      limit: pick(['1个工作日', '5个工作日', '30日', undefined]),
      next: [] as Arrow[],
    };
  });
  const taken = new Set<number>();
  for (let index = 0; index < steps - 1; index++) {
    const step = drafts[index];
    if (!step || taken.has(index)) continue;
    step.next = [{ to: `s${index + 1}` }];
    if (index === 0) continue;
    const branches = 2 + roll(2);
    if (seed % 2 === 0 && roll(8) === 0 && index + branches + 1 < steps - 1) {
      // Split here, join after the branches.
      step.kind = 'parallel';
      step.next = Array.from({ length: branches }, (_, branch) => ({ to: `s${index + 1 + branch}` }));
      const join = index + branches + 1;
      for (let branch = index + 1; branch < join; branch++) {
        taken.add(branch);
        (drafts[branch] as (typeof drafts)[number]).next = [{ to: `s${join}` }];
      }
      const joining = drafts[join] as (typeof drafts)[number];
      taken.add(join);
      joining.kind = 'parallel';
      joining.next = [{ to: `s${join + 1}` }];
    } else if (roll(100) < 30) {
      step.kind = 'decision';
      step.name = `${step.name.slice(0, 8)}是否通过？`;
      step.next = [{ to: `s${index + 1}`, when: pick(conditions) }];
      const back = Math.max(0, index - 1 - roll(4));
      const ahead = Math.min(steps - 1, index + 2 + roll(4));
      if (roll(2)) step.next.push({ to: `s${back}`, when: roll(2) ? '不符合要求的' : undefined, back: pick(['退回', '补正', '重新调查']) });
      if (step.next.length === 1 || roll(3) === 0)
        step.next.push({ to: `s${ahead}`, when: pick(['简易', '不同意', '情况紧急，经负责人批准']) });
    }
  }
  return flowSchema.parse({
    id: `f${seed}`,
    title: `第${seed}号流程`,
    published: '2026-01-05',
    lanes: laneNames.slice(0, lanes).map((name, index) => ({ id: `l${index}`, name })),
    steps: drafts.map(({ next, ...step }) => (next.length > 0 ? { ...step, next } : { ...step, kind: 'end' })),
  });
}

/** The record as a flow of a county that holds nothing else. */
export function resolvedFlow(record: FlowRecord): Flow {
  const unit = {
    kind: 'unit',
    id: 'u',
    file: '',
    data: { id: 'u', title: '某局', shortTitle: '某局', kind: '县直部门', published: '2026-01-05' },
  };
  const flow = { kind: 'flow', id: record.id, file: '', unit: 'u', data: record };
  const county = resolve({ entries: [unit, flow] as unknown as AnyEntry[], withdrawn: [] });
  return county.records.flow[0] as Flow;
}

/** The flow as a page shows it. */
export const viewOf = (record: FlowRecord): FlowView => flowView(resolvedFlow(record));

/** 500 flows of 6–40 steps in 1–5 lanes. */
export const generatedFlows = (): FlowView[] =>
  Array.from({ length: 500 }, (_, index) => viewOf(generatedFlow(index + 1, 6 + ((index * 11) % 35), 1 + (Math.floor(index / 7) % 5))));
