// Which characters a TrueType font has. In: the bytes of the font. Out: a question that can be asked of it.
// A browser takes a missing character from whatever font the machine has, silently; so it is asked before printing.

/** Reads the font's table `cmap`, in the form for all of Unicode (format 12), which every large Chinese font has. */
export function charactersOf(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tag = (at: number) => String.fromCharCode(...font.subarray(at, at + 4));
  let cmap = 0;
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16;
    if (tag(record) === 'cmap') cmap = view.getUint32(record + 8);
  }
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const table = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    if (view.getUint16(table) !== 12) continue;
    const ranges = Array.from({ length: view.getUint32(table + 12) }, (_, group) => {
      const at = table + 16 + group * 12;
      return { first: view.getUint32(at), last: view.getUint32(at + 4) };
    });
    return (codePoint) => ranges.some(({ first, last }) => first <= codePoint && codePoint <= last);
  }
  throw new Error('字体文件中没有 Unicode 字符表（cmap 格式 12）');
}
