// 大字, 高对比, 画面下移 (the page comes down to where someone in a wheelchair reaches): kept for the visit only.
const root = document.documentElement;

for (const button of document.querySelectorAll<HTMLElement>('[data-mode-button]')) {
  const mode = button.dataset['modeButton'] ?? '';
  const show = () => {
    const on = mode in root.dataset;
    button.setAttribute('aria-pressed', String(on));
    if (mode === 'contrast') root.dataset['theme'] = on ? 'contrast' : 'light';
  };
  button.addEventListener('click', () => {
    if (mode in root.dataset) {
      delete root.dataset[mode];
      sessionStorage.removeItem(mode);
    } else {
      root.dataset[mode] = '';
      sessionStorage.setItem(mode, '1');
    }
    show();
  });
  show();
}
