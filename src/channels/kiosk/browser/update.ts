// Takes new content that lies ready: from the machine's own server (../machine/kiosk.mjs) or, where only an address can be opened, from
// the service worker. In: the root of the site. Out: whether there is something new to show.

/** What the machine's server says of itself. */
interface MachineState {
  release: string;
  /** A release that is whole, verified and not yet shown. */
  staged: string | null;
  /** Days since the source of updates was last reached; null where there is none. */
  unreached: number | null;
}

/** After so many days without word from the source the screen says so: an operator walks past, no dialog disturbs a citizen. */
const tellAfter = 30;

async function fromMachine(root: string): Promise<boolean | undefined> {
  const response = await fetch(`${root}machine/state`, { cache: 'no-store' });
  if (!response.ok) return undefined;
  const { staged, unreached } = (await response.json()) as MachineState;
  const note = document.getElementById('stale');
  if (note) {
    note.hidden = unreached === null || unreached < tellAfter;
    note.textContent = `，已有 ${unreached} 天没有连上更新`;
  }
  if (!staged) return false;
  return (await fetch(`${root}machine/take`, { method: 'POST' })).ok;
}

/** Asks the worker one thing; it answers through a port of its own. */
function ask(worker: ServiceWorker, message: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => ('error' in data ? reject(new Error(data.error)) : resolve(data.done));
    worker.postMessage(message, [port2]);
  });
}

async function fromWorker(root: string): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  const registration = await navigator.serviceWorker.register(`${root}service-worker.js`, { scope: root });
  const worker = (await navigator.serviceWorker.ready).active ?? registration.active;
  if (!worker) return false;
  return (await ask(worker, 'stage')) && ask(worker, 'take');
}

export async function takeNew(root: string): Promise<boolean> {
  return (await fromMachine(root)) ?? fromWorker(root);
}
