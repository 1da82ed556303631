// 朗读: reads the page with a Chinese voice of this machine. There is no button where there is no such voice: a voice from the
// network would send what someone reads to another site.
const button = document.getElementById('read') as HTMLElement;
const speech = window.speechSynthesis as SpeechSynthesis | undefined;

const voice = () => speech?.getVoices().find(({ lang, localService }) => localService && /^(zh|cmn)/i.test(lang));

/** Heading by heading, paragraph by paragraph: long utterances break off in Chromium. */
function passages(): string[] {
  const texts: string[] = [];
  for (const block of document.querySelectorAll<HTMLElement>(
    '#main h1, #main h2, #main h3, #main p, #main dt, #main dd, #main li > a, #main th, #main td, #main .note',
  )) {
    const text = block.offsetParent ? block.textContent.trim() : '';
    if (text) texts.push(text);
  }
  return texts;
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
