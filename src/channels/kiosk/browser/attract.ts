// The attract screen: one panel after another, each a little elsewhere so that nothing burns in; and the moment at which new content
// is taken, because now nobody is in the middle of anything.
import './lock.ts';
import { takeNew } from './update.ts';

/** Long enough to read a panel while walking past. Unit: ms. */
const panelTime = 8_000;
/** How often new content is asked for; it was checked before it can be taken. Unit: ms. */
const askTime = 15_000;

sessionStorage.clear();

const panels = Array.from(document.querySelectorAll<HTMLElement>('.attract-panel'));
const start = document.getElementById('start') as HTMLAnchorElement;
let turn = 0;

setInterval(() => {
  turn += 1;
  for (let index = 0; index < panels.length; index++) (panels[index] as HTMLElement).hidden = index !== turn % panels.length;
  start.dataset['shift'] = String(turn % 8);
}, panelTime);

start.addEventListener('click', (event) => {
  event.preventDefault();
  location.replace(start.href);
});

const root = document.body.dataset['root'] ?? '/';
const ask = () =>
  takeNew(root).then(
    (taken) => taken && location.reload(),
    () => undefined,
  );
ask();
setInterval(ask, askTime);
