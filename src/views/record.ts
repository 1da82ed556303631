// A record → what its page shows. One function a kind; that of a power, the widest, stands in power-page.ts.
import type { DisclosedRecord, Flow, Measure, Post, Responsibility, Risk, Rule } from '../model/county.ts';
import { timeOfMainPath } from '../model/time-limit.ts';
import { limitsOf, powerPage } from './power-page.ts';
import {
  base,
  each,
  field,
  grounds,
  link,
  links,
  measureView,
  recordLine,
  recordList,
  riskView,
  section,
  stepLink,
} from './record-parts.ts';
import type { RecordView } from './record-view.ts';
import { flowView } from './steps.ts';
import { controlUrl } from './urls.ts';
import { chineseDate, durationText, type Line, levelOf, linkTo, unitLink } from './wording.ts';

function responsibilityPage(item: Responsibility): RecordView {
  return {
    ...base('responsibility', item),
    summary: item.text,
    facts: [
      ...field('responsibility', 'stage', item.stage),
      ...field('responsibility', 'post', link(item.post)),
      ...field('responsibility', 'power', link(item.power)),
      { label: '所属单位', lines: [[unitLink(item.unit)]] },
    ],
    sections: [
      ...section('text', '责任内容', [
        {
          type: 'fields',
          fields: [
            ...field('responsibility', 'text', item.text),
            ...field('responsibility', 'department', item.department),
            ...field('responsibility', 'basis', grounds(item.basis)),
            ...field('responsibility', 'boundary', item.boundary),
          ],
        },
      ]),
      ...section('accountability', '追责', [
        {
          type: 'fields',
          fields: [
            ...field('responsibility', 'accountability', each(item.accountability)),
            ...field('responsibility', 'accountabilityBasis', grounds(item.accountabilityBasis)),
          ],
        },
      ]),
      ...section('related', '同一权力的其他责任', [recordList((item.power?.responsibilities ?? []).filter((other) => other !== item))]),
    ],
  };
}

function flowPage(flow: Flow): RecordView {
  const view = flowView(flow);
  const time = durationText(timeOfMainPath(flow));
  const limits = [...new Set(flow.powers.map(limitsOf))].filter(Boolean);
  return {
    ...base('flow', flow),
    summary: `共 ${view.stepCount} 个环节，由${view.lanes.join('、')}办理${view.risks.length > 0 ? `，标注风险点 ${view.risks.length} 个` : ''}。`,
    facts: [
      { label: '各环节时限合计', lines: [[time || '即时']] },
      {
        label: '办理时限',
        lines: limits.length === 0 ? [['按各环节时限']] : limits.length === 1 ? [[limits[0] as string]] : [['各项权力不同，见下']],
      },
      { label: '风险点', lines: [[view.risks.length > 0 ? `${view.risks.length} 个` : '未发现']] },
      { label: '所属单位', lines: [[unitLink(flow.unit)]] },
    ],
    sections: [
      ...section('chart', '流程图', [{ type: 'chart', flow: view }]),
      ...section('steps', '办理步骤', [{ type: 'flow', flow: view, brief: false }], {
        lead: '编号与流程图相同',
        ...(view.risks.length > 0 ? { more: { text: '廉政风险防控图：每个风险点怎么防、谁来防', href: controlUrl(flow) } } : {}),
      }),
      ...section('powers', '适用的权力', [
        {
          type: 'records',
          records: flow.powers.map((power) => ({ ...recordLine(power), note: limitsOf(power) || power.unit.shortTitle })),
        },
      ]),
    ],
  };
}

function rulePage(rule: Rule): RecordView {
  return {
    ...base('rule', rule),
    summary: rule.summary ?? `${rule.issuer}${chineseDate(rule.issued)}发布，${rule.status}。`,
    facts: [
      ...field('rule', 'documentNo', rule.documentNo),
      ...field('rule', 'issuer', rule.issuer),
      ...field('rule', 'issued', chineseDate(rule.issued)),
      ...field('rule', 'status', rule.status),
      ...field('rule', 'category', rule.category),
    ],
    sections: [
      ...section('text', '全文', [{ type: 'prose', text: rule.prose }]),
      ...section('powers', '适用的权力', [recordList(rule.powers)]),
      ...section('measures', '据此落实的防控措施', [recordList(rule.measures)]),
      ...section('versions', '沿革', [
        {
          type: 'fields',
          fields: [
            ...field('rule', 'supersedes', links(rule.supersedes)),
            ...(rule.supersededBy.length > 0 ? [{ label: '被取代', lines: links(rule.supersededBy) }] : []),
          ],
        },
      ]),
    ],
  };
}

function riskPage(risk: Risk): RecordView {
  const powerRules = [...new Set(risk.powers.flatMap((power) => power.rules))];
  return {
    ...base('risk', risk),
    level: levelOf(risk.severity),
    summary: risk.description,
    facts: [
      {
        label: '风险等级',
        lines: [[`${levelOf(risk.severity).word}${risk.residualSeverity ? `，防控后${levelOf(risk.residualSeverity).word}` : ''}`]],
      },
      ...field('risk', 'category', risk.category),
      ...field('risk', 'post', link(risk.post)),
      ...field('risk', 'leader', link(risk.leader)),
    ],
    sections: [
      ...section('where', '风险在哪里', [
        {
          type: 'fields',
          fields: [
            ...field('risk', 'description', risk.description),
            ...field('risk', 'powers', links(risk.powers)),
            ...field(
              'risk',
              'steps',
              risk.steps.map((step) => [stepLink(step)]),
            ),
            ...field('risk', 'levelRaw', risk.levelRaw),
            ...field('risk', 'grading', risk.grading),
            ...field('risk', 'indicator', risk.indicator),
          ],
        },
      ]),
      ...section('measures', '怎么防', [{ type: 'measures', measures: risk.measures.map(measureView) }], {
        lead: '一个风险点一套防范措施',
      }),
      ...section('rules', '相关制度', [recordList(powerRules)]),
    ],
  };
}

function measurePage(measure: Measure): RecordView {
  return {
    ...base('measure', measure),
    summary: measure.text,
    facts: [
      ...field('measure', 'way', measure.way),
      ...field('measure', 'post', link(measure.post)),
      ...field('measure', 'due', measure.due),
      ...field('measure', 'status', measure.status),
    ],
    sections: [
      ...section('text', '措施内容', [{ type: 'items', items: [measure.text] }]),
      ...section('risks', '防控的风险', [recordList(measure.risks)]),
      ...section('rules', '依据的制度', [recordList(measure.rules)]),
    ],
  };
}

function postPage(post: Post): RecordView {
  const supervisors = post.supervisors.map(({ way, post: by, body }): Line => [`${way}监督：`, by ? linkTo(by) : (body ?? '')]);
  return {
    ...base('post', post),
    summary: post.duties.join('；'),
    facts: [
      { label: '所属单位', lines: [[unitLink(post.unit)]] },
      ...field('post', 'department', post.department),
      ...field('post', 'grade', post.grade),
      { label: '风险点', lines: [[post.risks.length > 0 ? `${post.risks.length} 个` : '未发现']] },
    ],
    sections: [
      ...section('duties', '岗位职责', [{ type: 'items', items: post.duties }]),
      ...section('supervision', '监督', [
        { type: 'fields', fields: [...field('post', 'checkFocus', each(post.checkFocus)), ...field('post', 'supervisors', supervisors)] },
      ]),
      ...section('powers', '参与行使的权力', [recordList(post.powers)]),
      ...section('responsibilities', '承担的责任', [recordList(post.responsibilities)]),
      ...section('risks', '岗位风险', [{ type: 'risks', risks: post.risks.map(riskView) }]),
      ...section('measures', '负责落实的措施', [recordList(post.measures)]),
    ],
  };
}

export function recordView(record: DisclosedRecord): RecordView {
  switch (record.kind) {
    case 'power':
      return powerPage(record);
    case 'responsibility':
      return responsibilityPage(record);
    case 'flow':
      return flowPage(record);
    case 'rule':
      return rulePage(record);
    case 'risk':
      return riskPage(record);
    case 'measure':
      return measurePage(record);
    case 'post':
      return postPage(record);
  }
}
