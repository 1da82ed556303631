// The mode buttons of the top bar: elder mode, high contrast, dark. The choice stays in this browser (localStorage), no cookie.
// Without script there are no buttons; the browser's own zoom and colour settings still work.
const root = document.documentElement;

/** Where storage is forbidden the mode lasts for the page. */
function remember(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {}
}

function show(): void {
  const sheet = document.querySelector<HTMLLinkElement>('#elder');
  if (sheet) sheet.media = root.dataset['mode'] === 'elder' ? 'screen' : 'not all';
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-set]')) {
    button.setAttribute('aria-pressed', String(root.dataset[button.dataset['set'] ?? ''] === button.dataset['value']));
  }
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-set]')) {
  button.addEventListener('click', () => {
    const { set: name = '', value = '' } = button.dataset;
    const next = root.dataset[name] === value ? undefined : value;
    if (next === undefined) delete root.dataset[name];
    else root.dataset[name] = next;
    remember(name, next);
    show();
  });
}
show();
