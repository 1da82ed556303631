// The same content gives the same bytes. In: a PDF as Chromium writes it. Out: the PDF without the traces of the run that made it.
// Each replacement is as long as what it replaces, so the table of offsets in the file stays true.

/** The list of tags by id has to be in the order of the ids, which are new, and tells by its old order how the browser met them. */
function sortedNames(list: string): string {
  const names = list.match(/\(node\d{8}\) \d+ 0 R/g) ?? [];
  return names.sort().join(' ');
}

/** `date` is the day of the content, YYYY-MM-DD. It takes the place of the hour of printing; the ids of tags are numbered anew. */
export function normalised(pdf: Buffer, date: string): Buffer {
  const stamp = `D:${date.replaceAll('-', '')}000000+00'00'`;
  const numbers = new Map<string, string>();
  const text = pdf
    .toString('latin1')
    .replace(/\(D:\d{14}\+00'00'\)/g, `(${stamp})`)
    .replace(/\(node(\d{8})\)/g, (_match, number: string) => {
      const fresh = numbers.get(number) ?? String(numbers.size + 1).padStart(8, '0');
      numbers.set(number, fresh);
      return `(node${fresh})`;
    })
    .replace(/\/Limits \[[^\]]*\]\s*\/Names \[((?:\(node\d{8}\) \d+ 0 R\s*)+)\]/g, (leaf, list: string) => {
      const sorted = sortedNames(list);
      const ids = sorted.match(/\(node\d{8}\)/g) ?? [];
      return leaf.replace(/\/Limits \[[^\]]*\]/, `/Limits [${ids[0]} ${ids.at(-1)}]`).replace(list, () => sorted.padEnd(list.length));
    });
  return Buffer.from(text, 'latin1');
}
