// A search box that suggests: the ARIA combobox pattern with a list box. In: the input, and who knows suggestions. Out: the value
// of the input, and a call when a suggestion is chosen. Keys: down, up, Enter, Escape; an input method keeps its own keys.
import sheet from './combobox.css?url';

/** Long enough not to ask for every letter, short enough not to be felt. Unit: ms. */
const pause = 80;
const most = 8;

export interface ComboboxOptions {
  suggest: (typed: string, limit: number, deliver: (suggestions: string[]) => void) => void;
  choose: (suggestion: string) => void;
}

function loadSheet(): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = sheet;
  document.head.append(link);
}

/** The box's parent must be the box's own wrapper: the list is put into it. */
export function combobox(input: HTMLInputElement, { suggest, choose }: ComboboxOptions): { close(): void } {
  loadSheet();
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', '您可能要查');
  input.parentElement?.append(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  let timer: ReturnType<typeof setTimeout> | undefined;
  let active = -1;
  let typed = input.value;

  function mark(index: number): void {
    active = index;
    for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === index));
    const option = list.children[index];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  function close(): void {
    clearTimeout(timer);
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    mark(-1);
  }

  function open(suggestions: readonly string[]): void {
    list.replaceChildren(
      ...suggestions.map((suggestion, index) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${index}`;
        option.setAttribute('role', 'option');
        option.textContent = suggestion;
        return option;
      }),
    );
    mark(-1);
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(suggestions.length > 0));
  }

  function take(option: Element | undefined): void {
    const suggestion = option?.textContent;
    if (!suggestion) return;
    input.value = suggestion;
    close();
    choose(suggestion);
  }

  /** Down and up go round over the options and the box itself, which then shows what was typed. */
  function move(step: 1 | -1): void {
    const places = list.children.length + 1;
    const next = ((active + 1 + step + places) % places) - 1;
    mark(next);
    input.value = list.children[next]?.textContent ?? typed;
  }

  input.addEventListener('input', () => {
    typed = input.value;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const asked = input.value;
      if (asked.trim() === '') close();
      else
        suggest(asked, most, (suggestions) => {
          // Only while the box still says what was asked, and is still being typed in.
          if (input.value === asked && document.activeElement === input) open(suggestions);
        });
    }, pause);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const isOpen = !list.hidden;
    if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (isOpen && event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      take(list.children[active]);
    } else if (isOpen && event.key === 'Escape') {
      // Without this the browser would also empty the box.
      event.preventDefault();
      input.value = typed;
      close();
    } else if (event.key === 'Enter') close();
  });
  input.addEventListener('blur', close);
  // Pressed, not clicked: the box keeps the focus, so the list is still there when the pointer is let go.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => take((event.target as Element).closest('[role=option]') ?? undefined));
  return { close };
}
