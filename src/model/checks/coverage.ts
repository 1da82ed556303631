// Coverage: the field's two hard rules — 一项权力一套运行制度, 一个风险点一套防范措施 — and the softer ones around them.
// Withdrawn records are exempt; that only withheld or withdrawn records fill a gap is told too. Levels can be changed in site.yml; what
// is missing is on the coverage page either way.

import type { Kind } from '../../schema/kinds.ts';
import type { County } from '../county.ts';
import { disclosed } from '../disclosed.ts';
import { type AnyEntry, type Content, entriesOf, faultAt } from '../entry.ts';
import type { Fault } from '../fault.ts';
import { type Gap, type GapCode, gapsOf } from '../gaps.ts';
import { resolve } from '../resolve.ts';

/** For each gap: the field it stands at, what is wrong, what to do. */
const wording: Record<GapCode, [field: string, wrong: string, remedy: string]> = {
  'power-without-rule': ['rules', '没有运行制度', '一项权力一套运行制度：在 rules 中写上制度编号'],
  'power-without-flow': ['flow', '没有运行流程', '在 flow 中写上流程编号'],
  'power-without-responsibility': ['id', '没有对应的责任', '在 responsibilities.yml 中登记各环节的责任'],
  'power-without-risk': ['id', '没有查找风险', '在 risks.yml 中登记风险点；确实没有的也请复核一次'],
  'risk-without-measure': ['measures', '没有防控措施', '一个风险点一套防范措施：在 measures 中写上措施编号'],
  'risk-hangs-on-nothing': ['title', '没有写明属于哪个岗位、权力或环节', '在 post、powers、steps 中至少写一项'],
};

/** A gap only the public sees, since what fills it is withheld or withdrawn. */
const inPublic: Record<GapCode, string> = {
  'power-without-rule': '制度',
  'power-without-flow': '流程',
  'power-without-responsibility': '责任',
  'power-without-risk': '风险点',
  'risk-without-measure': '防控措施',
  'risk-hangs-on-nothing': '岗位、权力和环节',
};

/** The fields that fill a gap. What stands there and leads nowhere is a broken reference, told as such, not a gap. */
const filledBy: Partial<Record<GapCode, string[]>> = {
  'power-without-rule': ['rules'],
  'power-without-flow': ['flow'],
  'risk-without-measure': ['measures'],
  'risk-hangs-on-nothing': ['powers', 'steps', 'post'],
};

/** The kind whose records a gap is the lack of. Where one of them could not be read, nothing can be said to be lacking. */
const lacked: Partial<Record<GapCode, Kind>> = { 'power-without-responsibility': 'responsibility', 'power-without-risk': 'risk' };

const nameOf = ({ record }: Gap) => `${record.kind === 'power' ? '权力' : '风险点'}“${record.title}”`;
const keyOf = ({ code, record }: Gap) => `${code} ${record.kind} ${record.id}`;

/** What a record names in the fields that would fill the gap. */
function namedIn({ data }: AnyEntry, code: GapCode): string[] {
  const fields = data as Record<string, string | string[] | undefined>;
  return (filledBy[code] ?? []).flatMap((name) => fields[name] ?? []);
}

export function checkCoverage({ entries, unreadKinds, unreadRecords }: Content, county: County): Fault[] {
  const isWhole = (kind: Kind | undefined) =>
    kind === undefined || !(unreadKinds.has(kind) || [...unreadRecords].some((record) => record.startsWith(`${kind} `)));
  const byRecord = new Map(entries.map((entry) => [`${entry.kind} ${entry.id}`, entry]));
  const ids = new Set(entries.map(({ id }) => id));
  const gaps = gapsOf(county);

  const inFiles = gaps.flatMap((gap) => {
    const entry = byRecord.get(`${gap.record.kind} ${gap.record.id}`);
    if (!entry || ('withdrawn' in entry.data && entry.data.withdrawn) || !isWhole(lacked[gap.code])) return [];
    if (namedIn(entry, gap.code).length > 0) return [];
    const [field, wrong, remedy] = wording[gap.code];
    return [faultAt(entry, gap.code, [field], `${nameOf(gap)}${wrong}`, remedy, 'key')];
  });

  const known = new Set(gaps.map(keyOf));
  const onlyInPublic = gapsOf(resolve(disclosed(entries))).flatMap((gap) => {
    const entry = byRecord.get(`${gap.record.kind} ${gap.record.id}`);
    if (!entry || known.has(keyOf(gap)) || !isWhole(lacked[gap.code])) return [];
    // What leads nowhere may be what fills the gap, and is told as such.
    if (namedIn(entry, gap.code).some((id) => !ids.has(id.split('/')[0] ?? ''))) return [];
    const what = inPublic[gap.code];
    const wrong = `${nameOf(gap)}登记的${what}都已撤下或者不公开，公众看到的是缺项`;
    const remedy = `换上公开的${what}；确实不能公开的不用改，公开完整情况一页会列出`;
    return [faultAt(entry, 'gap-in-public', [wording[gap.code][0]], wrong, remedy, 'key')];
  });

  const used = new Set(entriesOf(entries, 'risk').flatMap(({ data }) => data.measures));
  const unused = entriesOf(entries, 'measure').flatMap((entry) => {
    if (used.has(entry.id) || entry.data.withdrawn || !isWhole('risk')) return [];
    const wrong = `防控措施“${entry.data.title}”没有任何风险点使用`;
    return [faultAt(entry, 'unused-measure', ['id'], wrong, '在 risks.yml 的 measures 中写上它，或者删去', 'key')];
  });

  return [...inFiles, ...onlyInPublic, ...unused];
}
