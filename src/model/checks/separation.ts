// Separation of duties: within one flow, the post that handles a matter is not the post that decides it (不相容岗位分离).
import { type AnyEntry, entriesOf, faultAt } from '../entry.ts';
import type { Fault } from '../fault.ts';

/** Names of steps in which a matter is handled, and of those in which it is decided. Only words that leave no doubt. */
const handling = /受理|经办|承办|初审/;
const deciding = /^(?!.*(?:送达|告知|公布|公示|发证|领取)).*(?:审批|批准|审定|签发|作出决定|准予|核准)/;

export function checkSeparation(entries: readonly AnyEntry[]): Fault[] {
  return entriesOf(entries, 'flow').flatMap((entry) => {
    const handlers = new Map(
      entry.data.steps.flatMap((step) =>
        step.post && step.kind !== 'end' && handling.test(step.name) ? [[step.post, step.name] as const] : [],
      ),
    );
    return entry.data.steps.flatMap((step, index) => {
      const handled = step.post === undefined ? undefined : handlers.get(step.post);
      if (handled === undefined || !deciding.test(step.name) || handled === step.name) return [];
      return [
        faultAt(
          entry,
          'duties-not-separated',
          ['steps', index, 'post'],
          `岗位“${step.post}”既办“${handled}”又办“${step.name}”`,
          '经办和审批由不同岗位负责；写错岗位的改正',
        ),
      ];
    });
  });
}
