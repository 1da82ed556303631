// A text → the short messages it is sent as (3GPP TS 23.038 alphabets, TS 23.040 concatenation), cut as a telephone network cuts it.
// A text within the GSM alphabet counts in septets, any other, so every Chinese one, in UTF-16 units.

/** The default alphabet of GSM 03.38: one septet each. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension table: an escape and a character, two septets that stay together. */
const extended = new Set('\f^{}\\[~]|€');

/** Units in a message of its own, and in each part of a longer one, where the header (6 octets) takes its share. */
const room = { 'GSM-7': { alone: 160, part: 153 }, 'UCS-2': { alone: 70, part: 67 } };

export interface ShortMessages {
  encoding: 'GSM-7' | 'UCS-2';
  /** Septets or UTF-16 units of the whole text. */
  units: number;
  /** The text of each message, in order; never cut inside a character. An empty text is one empty message. */
  parts: string[];
}

export function smsParts(text: string): ShortMessages {
  const characters = [...text];
  const encoding = characters.every((character) => basic.has(character) || extended.has(character)) ? 'GSM-7' : 'UCS-2';
  const sizeOf = (character: string) => (encoding === 'UCS-2' ? character.length : extended.has(character) ? 2 : 1);
  const units = characters.reduce((sum, character) => sum + sizeOf(character), 0);
  const { alone, part } = room[encoding];
  if (units <= alone) return { encoding, units, parts: [text] };
  const parts: string[] = [];
  let current = '';
  let filled = 0;
  for (const character of characters) {
    if (filled + sizeOf(character) > part) {
      parts.push(current);
      [current, filled] = ['', 0];
    }
    current += character;
    filled += sizeOf(character);
  }
  return { encoding, units, parts: [...parts, current] };
}
