// Keeps visitors inside the site: no menu, selection, dragging, copying, zoom, printing, shortcut or new window. Two fingers and
// wheel-zoom included. What the browser itself must forbid stands in its policy file (docs/kiosk.md).
for (const name of ['contextmenu', 'dragstart', 'selectstart', 'copy', 'cut', 'paste', 'drop', 'gesturestart', 'auxclick'])
  document.addEventListener(name, (event) => event.preventDefault());

document.addEventListener(
  'touchmove',
  (event) => {
    if (event.touches.length > 1) event.preventDefault();
  },
  { passive: false },
);
document.addEventListener(
  'wheel',
  (event) => {
    if (event.ctrlKey) event.preventDefault();
  },
  { passive: false },
);
document.addEventListener(
  'keydown',
  (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || /^(F\d+|ContextMenu|BrowserBack|BrowserForward)$/.test(event.key))
      event.preventDefault();
  },
  true,
);
window.open = () => null;
window.print = () => undefined;
