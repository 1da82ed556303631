// Reads a zod schema as a description of files: which field stands at a path, what it is called, where the references are.
// In: a schema (and, for references, parsed data). Out: labels, field names, references. Keeps zod's internals in one module.
import { z } from 'zod';
import { type ReferenceTarget, referenceRegistry } from './fields.ts';

export type Path = readonly (string | number)[];

/** What `.meta` of a field says. */
export interface FieldMeta {
  title?: string;
  description?: string;
  examples?: unknown[];
}

/** The schema without its optional/default/readonly wrappings. */
function bare(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable)
    inner = inner.unwrap() as z.ZodType;
  return inner;
}

function metaOf(schema: z.ZodType): FieldMeta {
  return { ...(bare(schema).meta() ?? {}), ...(schema.meta() ?? {}) } as FieldMeta;
}

function child(schema: z.ZodType, key: string | number): z.ZodType | undefined {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject) return inner.shape[key] as z.ZodType | undefined;
  if (inner instanceof z.ZodArray) return inner.element as z.ZodType;
  if (inner instanceof z.ZodRecord) return inner.valueType as z.ZodType;
  if (inner instanceof z.ZodUnion) {
    for (const option of inner.options as z.ZodType[]) {
      const found = child(option, key);
      if (found) return found;
    }
  }
  return undefined;
}

/** The schema of the field at a path, or undefined where the path leads nowhere. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>((at, key) => at && child(at, key), schema);
}

/** Label, meaning and example of the field at a path; for an item of a list, those of the list. */
export function metaAt(schema: z.ZodType, path: Path): FieldMeta {
  const found = schemaAt(schema, path);
  const own = found ? metaOf(found) : {};
  if (own.title !== undefined || path.length === 0) return own;
  return { ...metaAt(schema, path.slice(0, -1)), ...own };
}

/** Chinese label of the field at a path; its English name if it has none. */
export function labelAt(schema: z.ZodType, path: Path): string {
  return metaAt(schema, path).title ?? String(path.filter((key) => typeof key === 'string').at(-1) ?? '');
}

/** The names of the fields a mapping at this path may have; empty where it is no mapping. */
export function fieldNames(schema: z.ZodType, path: Path = []): string[] {
  const found = schemaAt(schema, path);
  const inner = found && bare(found);
  if (inner instanceof z.ZodObject) return Object.keys(inner.shape);
  if (inner instanceof z.ZodUnion) return (inner.options as z.ZodType[]).flatMap((option) => fieldNames(option));
  return [];
}

/** The words a field at this path may hold; empty where it is not a list of words. */
export function allowedValues(schema: z.ZodType, path: Path): unknown[] {
  const found = schemaAt(schema, path);
  const inner = found && bare(found);
  if (inner instanceof z.ZodEnum) return inner.options;
  if (inner instanceof z.ZodLiteral) return [...inner.values];
  if (inner instanceof z.ZodUnion) return (inner.options as z.ZodType[]).flatMap((option) => allowedValues(option, []));
  return [];
}

/** May the field be left out? */
export function isOptional(schema: z.ZodType, path: Path): boolean {
  const found = schemaAt(schema, path);
  return found instanceof z.ZodOptional || found instanceof z.ZodDefault;
}

/** What stands at a path of plain data, or undefined where the path leads nowhere. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (at !== null && typeof at === 'object' ? (at as Record<string | number, unknown>)[key] : undefined),
    value,
  );
}

export interface FoundReference {
  path: (string | number)[];
  to: ReferenceTarget;
  id: string;
}

const targets = new WeakMap<z.ZodType, ReferenceTarget | null>();

/** What a schema's values point at, if they are references. Remembered: the walk below asks for every field of every record. */
function targetOf(schema: z.ZodType): ReferenceTarget | null {
  let target = targets.get(schema);
  if (target === undefined) {
    target = (referenceRegistry.get(bare(schema)) ?? referenceRegistry.get(schema))?.to ?? null;
    targets.set(schema, target);
  }
  return target;
}

/** Every reference that stands in a record, with its path. */
export function referencesIn(schema: z.ZodType, value: unknown, path: (string | number)[] = []): FoundReference[] {
  const inner = bare(schema);
  const target = targetOf(schema);
  if (target) return typeof value === 'string' ? [{ path, to: target, id: value }] : [];
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item, index) => referencesIn(inner.element as z.ZodType, item, [...path, index]));
  }
  if (inner instanceof z.ZodObject && value !== null && typeof value === 'object' && !Array.isArray(value)) {
    return Object.entries(inner.shape).flatMap(([key, field]) => {
      const item = (value as Record<string, unknown>)[key];
      return item === undefined ? [] : referencesIn(field as z.ZodType, item, [...path, key]);
    });
  }
  return [];
}
