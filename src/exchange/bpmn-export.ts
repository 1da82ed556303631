// A flow of the public county → a BPMN 2.0 file: steps as user tasks and gateways, arrows, lanes, our own fields in our extension,
// and the drawing of our own layout. What the gate has withheld is not in the county and so cannot be in the file.
import type { BpmnElement } from 'bpmn-moddle';
import { layoutOf } from '../flowchart/layout.ts';
import type { Flow, Step } from '../model/county.ts';
import { flowView } from '../views/steps.ts';
import { diagramOf } from './bpmn-diagram.ts';
import { bpmn, extended, flowAttributes, withoutGaps } from './bpmn-dialect.ts';

const nodeTypes: Record<Step['kind'], string> = {
  // Start and end steps carry work, which the circles of BPMN do not.
  start: 'bpmn:UserTask',
  step: 'bpmn:UserTask',
  end: 'bpmn:UserTask',
  decision: 'bpmn:ExclusiveGateway',
  parallel: 'bpmn:ParallelGateway',
};

/** The BPMN 2.0 XML of a flow. */
export async function bpmnOf(flow: Flow): Promise<string> {
  const moddle = bpmn();
  const nodes = new Map(
    flow.steps.map((step): [number, BpmnElement] => {
      const { id, kind, limit, actor, rights, documents } = step;
      return [
        step.number,
        moddle.create(nodeTypes[kind], {
          id: `step-${id}`,
          name: step.name,
          ...(step.detail ? { documentation: [moddle.create('bpmn:Documentation', { text: step.detail })] } : {}),
          ...extended(moddle, 'fd:Step', withoutGaps({ key: id, kind, post: step.post?.id, limit, actor, rights, document: documents })),
          incoming: [],
          outgoing: [],
        }),
      ];
    }),
  );
  const nodeOf = (number: number) => nodes.get(number) as BpmnElement;
  const arrows = flow.steps
    .flatMap((step) => step.next.map((arrow) => ({ step, ...arrow })))
    .map(({ step, to, when, back }, index) => {
      const [source, target] = [nodeOf(step.number), nodeOf(to.number)];
      const element = moddle.create('bpmn:SequenceFlow', {
        id: `arrow-${index + 1}`,
        ...withoutGaps({ name: when ?? back }),
        ...(back === undefined ? {} : extended(moddle, 'fd:Return', when === undefined ? {} : { name: back })),
        sourceRef: source,
        targetRef: target,
      });
      source.outgoing?.push(element);
      target.incoming?.push(element);
      return { element, from: step.number, to: to.number };
    });
  const lanes = flow.lanes.map(({ id, name, public: isPublic }) =>
    moddle.create('bpmn:Lane', {
      id: `lane-${id}`,
      name,
      ...extended(moddle, 'fd:Lane', withoutGaps({ key: id, public: isPublic || undefined })),
      flowNodeRef: flow.steps.filter((step) => step.lane.id === id).map(({ number }) => nodeOf(number)),
    }),
  );
  const own = Object.fromEntries(flowAttributes.map((name) => [name, flow[name]]));
  const process = moddle.create('bpmn:Process', {
    id: `flow-${flow.id}`,
    name: flow.title,
    isExecutable: false,
    ...extended(moddle, 'fd:Flow', withoutGaps({ key: flow.id, ...own, alias: flow.aliases })),
    laneSets: [moddle.create('bpmn:LaneSet', { id: 'lanes', lanes })],
    flowElements: [...nodes.values(), ...arrows.map(({ element }) => element)],
  });
  const pool = moddle.create('bpmn:Participant', { id: 'pool', name: flow.title, processRef: process });
  const collaboration = moddle.create('bpmn:Collaboration', { id: 'collaboration', participants: [pool] });
  // The layout keeps the written order of the arrows, so those that join the same two steps are told apart by it.
  const waiting = [...arrows];
  const diagram = diagramOf(moddle, layoutOf(flowView(flow)), {
    collaboration,
    pool,
    lanes,
    nodeOf: ({ step }) => nodeOf(step.number),
    arrowOf: (line) => {
      const index = waiting.findIndex(({ from, to }) => from === line.from.number && to === line.to.number);
      return (waiting.splice(index, 1)[0] as (typeof arrows)[number]).element;
    },
  });
  const definitions = moddle.create('bpmn:Definitions', {
    id: 'definitions',
    targetNamespace: 'urn:five-disclosures',
    exporter: 'five-disclosures',
    rootElements: [collaboration, process],
    diagrams: [diagram],
  });
  return (await moddle.toXML(definitions, { format: true })).xml;
}
