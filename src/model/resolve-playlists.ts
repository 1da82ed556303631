// What the screens show, with records in the place of their ids. A slide about a record that is not public is not there; it never
// becomes a slide about something else.
import type { SlideRecord } from '../schema/channels.ts';
import type { Feedback, Flow, Notice, Playlist, Power, Risk, SlideSubject, Unit } from './county.ts';
import { type AnyEntry, entriesOf } from './entry.ts';

/** All that a slide can be about, by id. */
interface Subjects {
  units: ReadonlyMap<string, Unit>;
  powers: ReadonlyMap<string, Power>;
  flows: ReadonlyMap<string, Flow>;
  risks: ReadonlyMap<string, Risk>;
  notices: ReadonlyMap<string, Notice>;
  feedback: ReadonlyMap<string, Feedback>;
}

function subjectOf({ kind, id = '' }: SlideRecord, subjects: Subjects): SlideSubject | undefined {
  const unit = subjects.units.get(id);
  const power = subjects.powers.get(id);
  const flow = subjects.flows.get(id);
  const risk = subjects.risks.get(id);
  const notice = subjects.notices.get(id);
  const feedback = subjects.feedback.get(id);
  switch (kind) {
    case 'counts':
    case 'changes':
      return { kind };
    case 'unit':
      return unit && { kind, unit };
    case 'power':
      return power && { kind, power };
    case 'flow':
      return flow && { kind, flow };
    case 'risk':
      return risk && { kind, risk };
    case 'notice':
      return id === '' || notice ? { kind, notice } : undefined;
    case 'feedback':
      return id === '' || feedback ? { kind, feedback } : undefined;
    case 'phone':
      return id === '' || unit ? { kind, unit } : undefined;
  }
}

export function resolvePlaylists(entries: readonly AnyEntry[], subjects: Subjects): Playlist[] {
  return entriesOf(entries, 'playlist').map(({ data }) => ({
    ...data,
    slides: data.slides.flatMap((slide) => {
      const { kind: _kind, id: _id, ...rest } = slide;
      const subject = subjectOf(slide, subjects);
      return subject ? [{ ...rest, ...subject }] : [];
    }),
  }));
}
