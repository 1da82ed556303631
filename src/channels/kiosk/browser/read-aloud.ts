// 朗读: reads the page with a Chinese voice of this machine. There is no button where there is no such voice: a voice from the
// network would send what someone reads to another site.
const button = document.getElementById('read') as HTMLElement;
const speech = window.speechSynthesis as SpeechSynthesis | undefined;

const voice = () => speech?.getVoices().find(({ lang, localService }) => localService && /^(zh|cmn)/i.test(lang));

const blocks = 'h1, h2, h3, h4, p, li, dt, dd, th, td, summary, figcaption, div, section';
/** Ways to elsewhere and pictures; and what is folded away. */
const silent = 'nav, button, svg, [aria-hidden="true"], details:not([open]) > :not(summary)';

/** Block by block, each once: long utterances break off in Chromium. */
function passages(): string[] {
  const found: { block: Element | null; text: string }[] = [];
  const texts = document.createTreeWalker(document.getElementById('main') as HTMLElement, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.textContent ?? '';
    const parent = texts.currentNode.parentElement as HTMLElement;
    if (!text.trim() || parent.closest(silent) || !parent.offsetParent) continue;
    const block = parent.closest(blocks);
    const last = found[found.length - 1];
    if (last?.block === block) last.text += ` ${text}`;
    else found.push({ block, text });
  }
  return found.map(({ text }) => text.trim());
}

function stop(): void {
  speech?.cancel();
  button.setAttribute('aria-pressed', 'false');
}

function start(): void {
  const chosen = voice();
  if (!speech || !chosen) return;
  button.setAttribute('aria-pressed', 'true');
  const all = passages();
  for (let index = 0; index < all.length; index++) {
    const utterance = new SpeechSynthesisUtterance(all[index]);
    utterance.voice = chosen;
    utterance.lang = chosen.lang;
    utterance.rate = 0.9;
    if (index === all.length - 1) utterance.onend = stop;
    speech.speak(utterance);
  }
}

if (speech) {
  const offer = () => {
    button.hidden = !voice();
  };
  offer();
  speech.addEventListener('voiceschanged', offer);
  button.addEventListener('click', () => (speech.speaking ? stop() : start()));
  addEventListener('pagehide', stop);
}
