// What we use of bpmn-moddle, which declares no types at its main entry. Of an element only the properties that we read.
declare module 'bpmn-moddle' {
  export interface BpmnElement {
    readonly $type: string;
    /** Attributes of other tools. */
    readonly $attrs: Record<string, string>;
    $instanceOf(type: string): boolean;
    id?: string;
    name?: string;
    text?: string;
    rootElements?: BpmnElement[];
    documentation?: BpmnElement[];
    extensionElements?: { values?: BpmnElement[] };
    participants?: BpmnElement[];
    messageFlows?: BpmnElement[];
    artifacts?: BpmnElement[];
    processRef?: BpmnElement;
    laneSets?: BpmnElement[];
    lanes?: BpmnElement[];
    childLaneSet?: BpmnElement;
    flowNodeRef?: BpmnElement[];
    flowElements?: BpmnElement[];
    incoming?: BpmnElement[];
    outgoing?: BpmnElement[];
    /** One element for an arrow, a list for a data association. */
    sourceRef?: BpmnElement | BpmnElement[];
    targetRef?: BpmnElement;
    attachedToRef?: BpmnElement;
    default?: BpmnElement;
    conditionExpression?: { body?: string };
    eventDefinitions?: BpmnElement[];
    loopCharacteristics?: BpmnElement;
    dataInputAssociations?: BpmnElement[];
    dataOutputAssociations?: BpmnElement[];
  }

  export interface BpmnWarning {
    message: string;
    /** The id that is not there, of a reference that leads nowhere. */
    value?: string;
  }

  export class BpmnModdle {
    constructor(packages: Record<string, unknown>);
    create(type: string, properties?: Record<string, unknown>): BpmnElement;
    fromXML(xml: string): Promise<{ rootElement: BpmnElement; warnings: BpmnWarning[] }>;
    toXML(element: BpmnElement, options: { format: boolean }): Promise<{ xml: string }>;
  }
}
