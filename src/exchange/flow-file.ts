// A flow record → the text of its file in units/<unit>/flows, as a clerk would write it: no id (the file's name is it), no defaults,
// lanes and arrows on one line each.
import { Document, isMap, isSeq, type Node, visit } from 'yaml';
import type { FlowRecord } from '../schema/flow.ts';

const oneLiners = ['lanes', 'next'];
const hasNothing = (value: unknown) => value === undefined || value === false || (Array.isArray(value) && value.length === 0);

/** The YAML of a flow file. Reading it again gives the same record. */
export function flowFile({ id: _, title, lanes, steps, ...fields }: FlowRecord): string {
  const plain = {
    title,
    ...fields,
    lanes,
    steps: steps.map(({ id, kind, ...step }) => ({ id, ...(kind === 'step' ? {} : { kind }), ...step })),
  };
  const written = JSON.parse(JSON.stringify(plain, (_key, value) => (hasNothing(value) ? undefined : value))) as unknown;
  const document = new Document(written);
  visit(document, {
    Pair(_key, { key, value }) {
      const node = value as Node | null;
      const name = String(key);
      if (isSeq(node) && oneLiners.includes(name)) for (const item of node.items) if (isMap(item)) item.flow = true;
      if (isSeq(node) && (name === 'documents' || name === 'aliases')) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}
