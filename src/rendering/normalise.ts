// The same content gives the same bytes. In: a PDF as Chromium writes it. Out: the PDF without the traces of the run that made it.
// Each replacement is as long as what it replaces, so the table of offsets in the file stays true.

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
    });
  return Buffer.from(text, 'latin1');
}
