// Our extension of BPMN 2.0: where each part of a flow record that BPMN has no place for is kept. In: nothing. Out: a reader and
// writer of BPMN that knows it, and typed access to it. Other tools carry such elements along unread.
import { type BpmnElement, BpmnModdle } from 'bpmn-moddle';
import type { StepRecord } from '../schema/flow.ts';

const attribute = (name: string, type = 'String') => ({ name, type, isAttr: true });
/** Longer texts, and those that may occur several times, are elements of their own: attributes lose tabs and line ends. */
const element = (name: string, isMany = false) => ({ name, type: 'String', isMany });

/** Attributes as the record has them. Our ids are `key`s: whatever is called `id` is other tools' to change (foreign-ids.ts). */
export const flowAttributes = ['code', 'codeScheme', 'shortTitle', 'published', 'updated', 'changeNote', 'effective', 'reviewBy'] as const;

const descriptor = {
  name: 'FiveDisclosuresFlow',
  prefix: 'fd',
  uri: 'urn:five-disclosures:flow:1',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Flow',
      superClass: ['Element'],
      properties: [attribute('key'), ...flowAttributes.map((name) => attribute(name)), element('alias', true)],
    },
    { name: 'Lane', superClass: ['Element'], properties: [attribute('key'), attribute('public', 'Boolean')] },
    {
      name: 'Step',
      superClass: ['Element'],
      properties: [
        ...['key', 'kind', 'post', 'limit', 'actor'].map((name) => attribute(name)),
        element('document', true),
        element('rights'),
      ],
    },
    // On an arrow. Without a name of its own the arrow's name is that of the return, else it is the condition.
    { name: 'Return', superClass: ['Element'], properties: [attribute('name')] },
  ],
};

interface Extensions {
  'fd:Flow': Partial<Record<(typeof flowAttributes)[number], string>> & { key?: string; alias?: string[] };
  'fd:Lane': { key?: string; public?: boolean };
  'fd:Step': {
    key?: string;
    kind?: StepRecord['kind'];
    post?: string;
    limit?: string;
    actor?: string;
    document?: string[];
    rights?: string;
  };
  'fd:Return': { name?: string };
}
export type FlowExtension = Extensions['fd:Flow'];
export type LaneExtension = Extensions['fd:Lane'];
export type StepExtension = Extensions['fd:Step'];

/** A reader and writer of BPMN 2.0 with our extension. */
export const bpmn = (): BpmnModdle => new BpmnModdle({ fd: descriptor });

/** The properties of an element that carry our extension; nothing where there is nothing to say. */
export function extended<T extends keyof Extensions>(moddle: BpmnModdle, type: T, values: Extensions[T]) {
  return { extensionElements: moddle.create('bpmn:ExtensionElements', { values: [moddle.create(type, withoutGaps(values))] }) };
}

/** What our extension says of an element, if it is there. */
export function extensionOf<T extends keyof Extensions>(element: BpmnElement, type: T): Extensions[T] | undefined {
  return element.extensionElements?.values?.find((value) => value.$type === type) as Extensions[T] | undefined;
}

/** Without the properties that are undefined: the writer would not pass over them. */
export function withoutGaps<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
