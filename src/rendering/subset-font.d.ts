declare module 'subset-font' {
  /** The font with the glyphs for `text` only. */
  export default function subsetFont(font: Uint8Array, text: string, options?: { noHinting?: boolean }): Promise<Buffer>;
}
