// How the import calls the elements of a BPMN file, so that a clerk finds them again: 中间捕获事件“等待补正”（Event_0x1）.
import type { BpmnElement } from 'bpmn-moddle';
import { idInFile } from './foreign-ids.ts';

const typeNames: Record<string, string> = {
  Task: '任务',
  UserTask: '用户任务',
  ManualTask: '人工任务',
  ServiceTask: '服务任务',
  ScriptTask: '脚本任务',
  SendTask: '发送任务',
  ReceiveTask: '接收任务',
  BusinessRuleTask: '业务规则任务',
  CallActivity: '调用活动',
  SubProcess: '子流程',
  AdHocSubProcess: '自由子流程',
  Transaction: '事务子流程',
  StartEvent: '开始事件',
  EndEvent: '结束事件',
  BoundaryEvent: '边界事件',
  IntermediateCatchEvent: '中间捕获事件',
  IntermediateThrowEvent: '中间抛出事件',
  ExclusiveGateway: '排他网关',
  InclusiveGateway: '包容网关',
  ParallelGateway: '并行网关',
  EventBasedGateway: '事件网关',
  ComplexGateway: '复杂网关',
  SequenceFlow: '连线',
  MessageFlow: '消息流',
  Participant: '泳池',
  Lane: '泳道',
  Process: '流程',
  DataObject: '数据对象',
  DataObjectReference: '数据对象',
  DataStoreReference: '数据存储',
  TextAnnotation: '注释',
  Group: '分组框',
  Association: '关联线',
};

/** Names in drawings are broken into lines to fit; in a record they are one line. */
export function oneLine(text: string | undefined): string {
  return (text ?? '')
    .trim()
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ');
}

/** Type, name if any, and id of an element. */
export function called(element: BpmnElement): string {
  const type = element.$type.replace(/^\w+:/, '');
  const text = oneLine(element.name ?? element.text);
  return `${typeNames[type] ?? type}${text ? `“${text.length > 40 ? `${text.slice(0, 40)}……` : text}”` : ''}（${element.id ? idInFile(element.id) : '没有编号'}）`;
}
