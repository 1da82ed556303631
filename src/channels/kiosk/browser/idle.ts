// The machine belongs to the next person: after a minute without a touch it asks, after twenty seconds more it forgets this visit and
// shows the attract screen. Measured by the clock, not by adding timers, so that sleep cannot stretch it.

/** 60 s, then 20 s warning with one button to go on: the least that WCAG 2.2 success criterion 2.2.1 asks for. Unit: ms. */
const [quiet, warning] = [60_000, 20_000];

const dialog = document.getElementById('idle') as HTMLElement;
const seconds = document.getElementById('seconds') as HTMLElement;
const attract = document.body.dataset['attract'] ?? '/';
let last = Date.now();

function active(): void {
  last = Date.now();
  dialog.hidden = true;
}

function reset(): void {
  sessionStorage.clear();
  if (window.speechSynthesis) speechSynthesis.cancel();
  location.replace(attract);
}

for (const name of ['pointerdown', 'touchstart', 'keydown', 'wheel'])
  document.addEventListener(name, active, { capture: true, passive: true });
document.getElementById('main')?.addEventListener('scroll', active, { passive: true });

setInterval(() => {
  // Whoever listens is still there.
  if (window.speechSynthesis?.speaking) active();
  const left = quiet + warning - (Date.now() - last);
  if (left <= 0) reset();
  else if (left <= warning) {
    dialog.hidden = false;
    seconds.textContent = String(Math.ceil(left / 1000));
  }
}, 500);
