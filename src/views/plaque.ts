// 廉政风险警示桌牌: what stands on the desk of a post that carries risks, and on its PC's lock screen. In: a post. Out: its duties in
// short, its risks gravest first with what is done against them, who leads it, whom to phone.
import type { County, Post, Unit } from '../model/county.ts';
import { restOf } from './board.ts';
import { publicAddress, urlOf } from './urls.ts';
import { type Level, levelOf } from './wording.ts';

export interface PlaqueView {
  id: string;
  /** 廉政风险警示, in the county's own word. */
  heading: string;
  post: string;
  unit: string;
  department: string | undefined;
  /** The first duties as written; `dutyCount` says how many there are. */
  duties: string[];
  dutyCount: number;
  risks: { title: string; level: Level; measures: string[] }[];
  /** Said when not all risks fit; `{n}` stands for how many do not. */
  rest: string;
  /** Who watches over it, as label and name. */
  overseer: { label: string; name: string } | undefined;
  phones: { name: string; phone: string }[];
  date: string;
  address: string | undefined;
  demonstration: string | undefined;
}

/** Two duties are what a visitor reads; the page behind the code has all. */
const dutiesShown = 2;

/** The posts in charge as the risks name them; where they name none, the first body or post that supervises. */
function overseerOf(post: Post): PlaqueView['overseer'] {
  const leaders = new Set(post.risks.flatMap(({ leader }) => (leader && leader !== post ? [leader.title] : [])));
  if (leaders.size > 0) return { label: '分管领导岗位', name: [...leaders].join('、') };
  const [first] = post.supervisors;
  const name = first?.post?.title ?? first?.body;
  return name === undefined ? undefined : { label: '监督', name };
}

export function plaqueView(post: Post, { site }: County): PlaqueView {
  const weight = ({ severity }: Post['risks'][number]) => (severity === 'unrated' ? 0 : severity);
  const dates = [post, ...post.risks, ...post.risks.flatMap(({ measures }) => measures)].map(
    ({ published, updated }) => updated ?? published,
  );
  return {
    id: post.id,
    heading: `${site.integrityWord}风险警示`,
    post: post.title,
    unit: post.unit.title,
    department: post.department,
    duties: post.duties.slice(0, dutiesShown),
    dutyCount: post.duties.length,
    risks: [...post.risks]
      .sort((a, b) => weight(b) - weight(a))
      .map(({ title, severity, measures }) => ({ title, level: levelOf(severity), measures: measures.map((measure) => measure.title) })),
    rest: restOf('个风险点', site),
    overseer: overseerOf(post),
    phones: [
      ...(post.unit.supervisionPhone ? [{ name: '监督电话', phone: post.unit.supervisionPhone }] : []),
      ...site.hotlines.slice(0, 1).map(({ name, phone }) => ({ name, phone })),
    ],
    date: dates.sort().at(-1) ?? post.published,
    address: publicAddress(site, urlOf(post)),
    demonstration: site.demonstration,
  };
}

/** The posts of a unit that get a plaque: those with risks. */
export const postsAtRisk = (unit: Unit): Post[] => unit.posts.filter(({ risks }) => risks.length > 0);
