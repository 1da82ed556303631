// A flow on the wall: its 防控图, its steps, and what a sheet says about itself. In: a flow. Out: both views of the same steps, and whose
// they are, as of when, whom to phone, where the page is.
import type { County, Flow } from '../model/county.ts';
import { type ControlView, controlView } from './control-chart.ts';
import { type FlowView, flowView } from './steps.ts';
import { levelCounts } from './unit.ts';
import { homeUrl, publicAddress, urlOf } from './urls.ts';
import type { Level } from './wording.ts';

export interface PosterView {
  id: string;
  unit: string;
  control: ControlView;
  flow: FlowView;
  /** The levels that occur, gravest first: the key to the marks. */
  levels: Level[];
  date: string;
  phones: { name: string; phone: string }[];
  address: string | undefined;
  home: string | undefined;
  demonstration: string | undefined;
}

export function posterView(flow: Flow, { site }: County): PosterView {
  const shown = [flow, ...flow.risks, ...flow.risks.flatMap(({ measures }) => measures)];
  return {
    id: flow.id,
    unit: flow.unit.title,
    control: controlView(flow),
    flow: flowView(flow),
    levels: levelCounts(flow.risks).map(({ level }) => level),
    date:
      shown
        .map(({ published, updated }) => updated ?? published)
        .sort()
        .at(-1) ?? flow.published,
    phones: [
      ...(flow.unit.supervisionPhone ? [{ name: '监督电话', phone: flow.unit.supervisionPhone }] : []),
      ...site.hotlines.slice(0, 1).map(({ name, phone }) => ({ name, phone })),
    ],
    address: publicAddress(site, urlOf(flow)),
    home: publicAddress(site, homeUrl),
    demonstration: site.demonstration,
  };
}
