// How long a text is: in short messages, and in the characters an editor counts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smsParts } from '../../../src/channels/text/sms.ts';
import { lengthOf } from '../../../src/channels/text/words.ts';

const partsOf = (text: string) => smsParts(text).parts.length;

test('Chinese text: 70 characters in one message, 67 in each part of a longer one', () => {
  expect([0, 1, 70, 71, 134, 135, 201, 202].map((length) => partsOf('字'.repeat(length)))).toEqual([1, 1, 1, 2, 2, 3, 3, 4]);
  expect(smsParts(`${'a'.repeat(70)}字`)).toMatchObject({ encoding: 'UCS-2', units: 71 });
});

test('a character of two units is not cut: it goes to the next part whole', () => {
  // 134 units would fill two parts to the last, were it not for the pair across the border.
  const text = `${'字'.repeat(66)}𠮷${'字'.repeat(66)}`;
  expect(text.length).toBe(134);
  expect(smsParts(text).parts.map(({ length }) => length)).toEqual([66, 67, 1]);
  expect(partsOf(`${'字'.repeat(68)}𠮷`)).toBe(1);
  expect(partsOf(`${'字'.repeat(69)}𠮷`)).toBe(2);
});

test('text within the GSM alphabet: 160 in one message, 153 in each part; brackets and the euro sign count twice', () => {
  expect([160, 161, 306, 307].map((length) => partsOf('a'.repeat(length)))).toEqual([1, 2, 2, 3]);
  expect(smsParts('12345 @£ÄΩ é\n')).toMatchObject({ encoding: 'GSM-7', units: 13 });
  expect(smsParts('[€]')).toMatchObject({ encoding: 'GSM-7', units: 6 });
  expect(smsParts(`${'a'.repeat(152)}€${'a'.repeat(152)}`).parts.map(({ length }) => length)).toEqual([152, 152, 1]);
  expect(smsParts('`')).toMatchObject({ encoding: 'UCS-2' });
});

test('whatever the text, the parts make it up again, each is well-formed and none is too long', () => {
  const text = fc.array(fc.constantFrom('字', '，', 'a', '€', '\n', '𠮷', '👍', '1'), { maxLength: 400 }).map((list) => list.join(''));
  fc.assert(
    fc.property(text, (written) => {
      const { encoding, units, parts } = smsParts(written);
      expect(parts.join('')).toBe(written);
      expect(parts.every((part) => part.isWellFormed())).toBe(true);
      const most = encoding === 'UCS-2' ? (parts.length === 1 ? 70 : 67) : parts.length === 1 ? 160 : 153;
      const sizes = parts.map((part) => (encoding === 'UCS-2' ? part.length : part.length + [...part].filter((one) => one === '€').length));
      expect(Math.max(...sizes)).toBeLessThanOrEqual(most);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(units);
      expect(parts.length > 1).toBe(units > (encoding === 'UCS-2' ? 70 : 160));
    }),
  );
});

test('字数: every Han character, every run of letters and digits; with punctuation as Word counts it', () => {
  expect(lengthOf('承诺时限由25个工作日改为20个工作日。')).toEqual({ words: 17, withMarks: 18 });
  expect(lengthOf('2026年1月1日（GB/T 9704—2012）')).toEqual({ words: 9, withMarks: 12 });
  expect(lengthOf('“低保”：𠮷𠮷家、〇五　二〇二六')).toEqual({ words: 11, withMarks: 15 });
  expect(lengthOf('详见 https://small.example/zwgk/ ，12388')).toEqual({ words: 4, withMarks: 5 });
  expect(lengthOf('')).toEqual({ words: 0, withMarks: 0 });
});
