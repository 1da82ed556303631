import { expect, test } from 'vitest';
import { normalised } from '../../../src/rendering/normalise.ts';

test('of the run that made it nothing is left, and no byte moves', () => {
  const first = Buffer.from("<</CreationDate (D:20261127210000+00'00')>> /ID (node00000412) /P (node00000007) /ID (node00000412)");
  const second = Buffer.from("<</CreationDate (D:20261127230159+00'00')>> /ID (node00009412) /P (node00000123) /ID (node00009412)");
  expect(normalised(first, '2026-11-20').equals(normalised(second, '2026-11-20'))).toBe(true);
  expect(normalised(first, '2026-11-20').toString()).toBe(
    "<</CreationDate (D:20261120000000+00'00')>> /ID (node00000001) /P (node00000002) /ID (node00000001)",
  );
});
