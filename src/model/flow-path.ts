// The ways through a flow that are not returns. In: steps. Out: steps.
import type { Flow, Step } from './county.ts';

export const onward = (step: Step): Step[] => step.next.filter(({ back }) => back === undefined).map(({ to }) => to);

export const startOf = (flow: Flow): Step | undefined => flow.steps.find(({ kind }) => kind === 'start') ?? flow.steps[0];

/** First arrows all the way, from a step, which is included: how things go when all is well. */
export function mainPath(from: Step | undefined): Step[] {
  const path: Step[] = [];
  for (let step = from; step && !path.includes(step); step = onward(step)[0]) path.push(step);
  return path;
}

/** Does work part here, to be done by several at the same time? The other parallel steps are where it comes together. */
export const splits = (step: Step): boolean => step.kind === 'parallel' && step.next.length > 1;
