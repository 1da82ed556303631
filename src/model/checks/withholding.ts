// Fields withheld on their own: each must be one the record can do without.
import type { Disclosure } from '../../schema/fields.ts';
import { kinds } from '../../schema/kinds.ts';
import { fieldNames } from '../../schema/walk.ts';
import { cannotBeWithheld } from '../disclosed.ts';
import { type AnyEntry, faultAt } from '../entry.ts';
import type { Fault } from '../fault.ts';

export function checkWithholding(entries: readonly AnyEntry[]): Fault[] {
  const faults: Fault[] = [];
  for (const entry of entries) {
    const { disclosure } = entry.data as { disclosure?: Disclosure };
    const fields = disclosure?.fields ?? [];
    const field = cannotBeWithheld(entry, fields);
    if (field === undefined) continue;
    const path = ['disclosure', 'fields', fields.indexOf(field)];
    const known = fieldNames(kinds[entry.kind].schema).includes(field);
    faults.push(
      known
        ? faultAt(
            entry,
            'field-cannot-be-withheld',
            path,
            `隐去“${field}”后记录就不完整，不能单独隐去`,
            '改成可选字段的名字；必填内容不宜公开的，隐去整条记录',
          )
        : faultAt(entry, 'field-cannot-be-withheld', path, `没有“${field}”这个字段`, '改成记录中字段的英文名，例如 discretion'),
    );
  }
  return faults;
}
