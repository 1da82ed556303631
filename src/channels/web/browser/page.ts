// What every page of the web channel runs: the mode buttons at once, suggestions in the search box once someone enters it.
import './modes.ts';

const lazily = (event: FocusEvent) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || box.type !== 'search' || !box.form || box.form.id === 'search') return;
  document.removeEventListener('focusin', lazily);
  // Without suggestions the form works as it is.
  import('./search-box.ts').then(({ enhance }) => enhance(box)).catch(() => {});
};
document.addEventListener('focusin', lazily);
