// A power → what its page shows: the "五公开一页清", its power, responsibility, flow, rules and risks on one page, each linked both ways.
import { type DisclosureKind, disclosureKinds, type Power } from '../model/county.ts';
import { kinds } from '../schema/kinds.ts';
import { base, each, field, grounds, links, recordList, responsibilityView, riskView, section } from './record-parts.ts';
import type { Field, RecordView, Section, SectionBody } from './record-view.ts';
import { flowView } from './steps.ts';
import { urlOf } from './urls.ts';
import { basisLine, chineseNumber, type Line, type Link, plain } from './wording.ts';

/** 法定 30个工作日，承诺 20个工作日 */
export function limitsOf({ statutoryLimit, promisedLimit }: Power): string {
  return [statutoryLimit && `法定 ${statutoryLimit}`, promisedLimit && `承诺 ${promisedLimit}`].filter(Boolean).join('，');
}

/** One of the five sections of a power's page, numbered by its place among the five. */
function disclosure(kind: DisclosureKind, lead: string, body: SectionBody[], more?: Link): Section[] {
  const numeral = chineseNumber(disclosureKinds.indexOf(kind) + 1);
  return section(kind, kinds[kind].label, body, { lead, numeral, ...(more ? { more } : {}) });
}

/** Everything a power says of itself, field by field. */
export function powerFields(power: Power): Field[] {
  const of = (name: string, value: string | Line[] | undefined) => field('power', name, value);
  return [
    ...of('subItem', power.subItem),
    ...of('basis', grounds(power.basis)),
    ...of('implementer', power.implementer ?? power.unit.title),
    ...of('department', power.department),
    ...of('posts', links(power.posts)),
    ...of('level', power.level),
    ...of('target', power.target),
    ...of('statutoryLimit', power.statutoryLimit),
    ...of('promisedLimit', power.promisedLimit),
    ...of('fee', power.fee && [[power.fee.standard], ...grounds(power.fee.basis).map((line): Line => ['依据：', ...line])]),
    ...of('conditions', each(power.conditions)),
    ...of('materials', each(power.materials)),
    ...of('discretion', power.discretion),
    ...of('decision', power.decision && [[`门槛：${power.decision.threshold}`], ...each(power.decision.procedure)]),
    ...of('complaintPhone', power.complaintPhone),
    ...of('remedy', power.remedy),
    ...of('code', power.code && [power.code, power.codeScheme].filter(Boolean).join('　')),
  ];
}

export function powerPage(power: Power): RecordView {
  const limits = limitsOf(power);
  const of = (name: string, value: string | Line[] | undefined) => field('power', name, value);
  return {
    ...base('power', power),
    summary: `${power.unit.title}行使的${power.type}事项，依据${power.basis
      .map((item) => plain(basisLine(item)))
      .slice(0, 2)
      .join('、')}。`,
    facts: [
      ...of('type', power.type),
      { label: '办理时限', lines: limits ? [[limits]] : [['按流程各环节时限']] },
      { label: '责任岗位', lines: power.posts.length > 0 ? links(power.posts.slice(0, 2)) : [[power.department ?? power.unit.shortTitle]] },
      ...of('supervisionPhone', power.supervisionPhone ?? power.unit.supervisionPhone),
    ],
    sections: [
      ...disclosure('power', '这是什么权力，依据什么，有哪些条件和限制', [{ type: 'fields', fields: powerFields(power) }]),
      ...disclosure('responsibility', '每个环节谁负责，失职怎样追究', [
        { type: 'responsibilities', responsibilities: power.responsibilities.map(responsibilityView) },
      ]),
      ...disclosure(
        'flow',
        '一步一步怎么办，谁办，多久办完',
        power.flow ? [{ type: 'flow', flow: flowView(power.flow), brief: true }] : [],
        power.flow && { text: '查看每一步的材料、要求和您的权利', href: urlOf(power.flow) },
      ),
      ...disclosure('rule', '按什么规矩办，全文可查', [recordList(power.rules)]),
      ...disclosure('risk', '哪里容易出问题，怎么防', [{ type: 'risks', risks: power.risks.map(riskView) }]),
    ],
  };
}
