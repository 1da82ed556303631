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

test('the list of tags by id is in the order of the new ids, whatever the order of the old', () => {
  const written = (a: string, b: string, names: string) =>
    Buffer.from(`1 0 obj <</ID (node${a})>> 22 0 obj <</ID (node${b})>> <</Limits [(node${a}) (node${b})]\n/Names [${names}]>>`);
  const first = normalised(written('00000007', '00000009', '(node00000007) 1 0 R (node00000009) 22 0 R'), '2026-11-20');
  const second = normalised(written('00000031', '00000012', '(node00000012) 22 0 R (node00000031) 1 0 R'), '2026-11-20');
  expect(first.equals(second)).toBe(true);
  expect(first.toString()).toContain('/Limits [(node00000001) (node00000002)]\n/Names [(node00000001) 1 0 R (node00000002) 22 0 R]');
});
