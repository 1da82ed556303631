// Where this visitor has been, for 返回. Pages replace each other, so that the browser's own history holds one entry and leads the
// next person nowhere; the way back is kept for the visit only (sessionStorage) and is gone when the machine resets.
interface Stop {
  href: string;
  top: number;
}

const main = document.getElementById('main') as HTMLElement;
const root = document.body.dataset['root'] ?? '/';

const read = (): Stop[] => JSON.parse(sessionStorage.getItem('trail') ?? '[]') as Stop[];
const write = (trail: Stop[]) => sessionStorage.setItem('trail', JSON.stringify(trail));

/** Without its anchor: moving about on a page is not a step. */
const page = (href: string) => href.split('#')[0];

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a[href]');
  if (!link) return;
  event.preventDefault();
  // In a drawing a link's address is an object.
  const to = new URL(link.getAttribute('href') ?? '', location.href).href;
  if (page(to) !== page(location.href)) write(read().concat({ href: location.href, top: main.scrollTop }));
  location.replace(to);
});

document.getElementById('back')?.addEventListener('click', () => {
  const trail = read();
  const stop = trail.pop();
  write(trail);
  if (stop) sessionStorage.setItem('top', String(stop.top));
  location.replace(stop ? stop.href : root);
});

const top = sessionStorage.getItem('top');
if (top) {
  sessionStorage.removeItem('top');
  main.scrollTop = Number(top);
}

for (const button of document.querySelectorAll<HTMLElement>('[data-scroll]')) {
  // A little of the last screen stays in sight.
  button.addEventListener('click', () => main.scrollBy({ top: Number(button.dataset['scroll']) * main.clientHeight * 0.85 }));
}
