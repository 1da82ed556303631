// Shows the slides of a page in turn, for months without being touched: one timer, no element made or dropped while nothing new
// comes. What cannot be shown is skipped, what is over is left out, what is new is taken between two slides.
import { clockText, daysLeft, isNight, wallClock } from './china-time.ts';
import { type NewVersion, newVersion } from './new-version.ts';
import { type Pages, pagesOf, showItems, Unshowable } from './pages.ts';

const { dataset } = document.documentElement;
const stage = document.querySelector('.stage') as HTMLElement;
const clock = wallClock(dataset['contentDate'] || '');

/** A slide that has faded out may go. Unit: ms. */
const fadingTime = 1000;
/** Between two questions for something new; spread, so that a hundred screens do not ask at once. Unit: ms. */
const nextQuestion = () => 300_000 + Math.random() * 60_000;
/** Steps of the small circle on which the picture wanders, so that nothing burns in. */
const wanderSteps = 8;
/** Share of the short side by which it wanders. */
const wander = 0.004;

const slidesOf = (page: ParentNode) => Array.from(page.querySelectorAll<HTMLElement>('.slide[data-number]'));
const restingOf = (page: ParentNode) => page.querySelector('.slide.resting') as HTMLElement;

let slides = slidesOf(stage);
let resting = restingOf(stage);
let measured = new Map<HTMLElement, Pages>();
let current: HTMLElement | undefined;
let leaving: HTMLElement | undefined;
let at = -1;
let page = 0;
let changes = 0;
let changedAt = 0;
let dueAt = 0;
let questionAt = 0;
let waiting: NewVersion | undefined;

function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/** On the slide itself: how long it will still be shown. False when it is over; while the clock is wrong nothing ever is. */
function isCurrent(slide: HTMLElement): boolean {
  const { until } = slide.dataset;
  const now = clock.now();
  const left = until && now !== undefined ? daysLeft(until, now) : undefined;
  const note = slide.querySelector<HTMLElement>('.until');
  if (note) note.hidden = left === undefined;
  if (left !== undefined) setText(note, left === 0 ? '今天截止' : `还剩${left}天`);
  return left === undefined || left >= 0;
}

/** The pages of a slide on this panel, measured once; none when it cannot be shown. */
function measure(slide: HTMLElement): Pages {
  const known = measured.get(slide);
  if (known) return known;
  const wasHidden = slide.hidden;
  slide.hidden = false;
  delete slide.dataset['skipped'];
  let pages: Pages = [];
  try {
    pages = pagesOf(slide);
  } catch (error) {
    slide.dataset['skipped'] = error instanceof Unshowable ? error.reason : 'damaged';
  }
  slide.hidden = wasHidden;
  measured.set(slide, pages);
  return pages;
}

function dropLeaving(): void {
  if (!leaving) return;
  if (slides.includes(leaving) || leaving === resting) leaving.hidden = true;
  else leaving.remove();
  leaving = undefined;
}

/** Brings a slide to the front; the one before fades away under it. */
function bring(slide: HTMLElement): void {
  if (slide === current) return;
  dropLeaving();
  leaving = current;
  if (leaving) leaving.classList.remove('on');
  slide.hidden = false;
  slide.classList.add('on');
  current = slide;
}

function showPage(slide: HTMLElement, pages: Pages): void {
  showItems(slide, pages[page] || []);
  const number = slide.querySelector<HTMLElement>('.page');
  if (number) number.hidden = pages.length < 2;
  if (pages.length > 1) setText(number, `${page + 1}/${pages.length}`);
  bring(slide);
  stage.dataset['showing'] = `${slide.dataset['number']}-${page + 1}`;
}

/** Between two slides: the new ones stand beside the old until the first of them is shown. */
function take({ document: fresh, needsReload }: NewVersion): void {
  if (needsReload) {
    location.reload();
    return;
  }
  for (const old of [...slides, resting]) if (old !== current && old !== leaving) old.remove();
  dropLeaving();
  slides = slidesOf(fresh);
  resting = restingOf(fresh);
  for (const slide of [...slides, resting]) slide.hidden = true;
  stage.prepend(...slides, resting);
  const [footer, newFooter] = [stage.querySelector('footer'), fresh.querySelector('footer')];
  if (footer && newFooter) footer.replaceWith(newFooter);
  dataset['build'] = fresh.documentElement.dataset['build'] || '';
  measured = new Map();
  at = -1;
}

/** The next slide that can be shown; when there is none, name and telephone. */
function nextSlide(): void {
  if (waiting) take(waiting);
  waiting = undefined;
  page = 0;
  for (let step = 0; step < slides.length; step += 1) {
    at = (at + 1) % slides.length;
    const slide = slides[at] as HTMLElement;
    const pages = isCurrent(slide) ? measure(slide) : [];
    if (pages.length > 0) {
      showPage(slide, pages);
      return;
    }
  }
  bring(resting);
  stage.dataset['showing'] = 'resting';
}

function wanderOn(): void {
  const angle = ((changes % wanderSteps) * 2 * Math.PI) / wanderSteps;
  const reach = Math.max(1, Math.min(innerWidth, innerHeight) * wander);
  stage.style.transform = `translate(${(Math.cos(angle) * reach).toFixed(1)}px, ${(Math.sin(angle) * reach).toFixed(1)}px)`;
}

/** One bar for all slides, run anew for each page. */
const bar = stage.querySelector('.progress div');
const run = bar?.animate([{ transform: 'scaleX(0)' }, { transform: 'scaleX(1)' }], { duration: 1000, fill: 'both' });

function change(now: number): void {
  const pages = (current && measured.get(current)) || [];
  if (current && current === slides[at] && page + 1 < pages.length && !waiting) {
    page += 1;
    showPage(current, pages);
  } else nextSlide();
  changes += 1;
  changedAt = now;
  const stay = Number(current?.dataset['seconds'] || 12) * 1000;
  dueAt = now + stay;
  wanderOn();
  if (run?.effect) {
    run.effect.updateTiming({ duration: stay });
    run.currentTime = 0;
    run.play();
  }
}

async function ask(): Promise<void> {
  const found = await newVersion(dataset['root'] || './', dataset['build'] || '', clock.learn);
  if (found) waiting = found;
}

function tick(): void {
  const now = performance.now();
  if (now >= dueAt) change(now);
  else if (leaving && now - changedAt >= fadingTime) dropLeaving();
  const time = clock.now();
  stage.classList.toggle('night', time !== undefined && isNight(time));
  setText(stage.querySelector('.clock'), time === undefined ? '' : clockText(time));
  if (now < questionAt) return;
  questionAt = now + nextQuestion();
  void ask();
}

/** Another panel, another number of pages: measured anew, from the first page of the slide that is shown. */
function remeasure(): void {
  measured = new Map();
  if (at >= 0) at -= 1;
  dueAt = 0;
  tick();
}

current = slides.find((slide) => !slide.hidden) || resting;
current.classList.add('on');
document.documentElement.classList.add('script');
addEventListener('resize', remeasure);
tick();
setInterval(tick, 1000);
