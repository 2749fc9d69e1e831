/** The types that a schema describes, for writers and readers of tables with types: Parquet and DuckDB. */
import { z } from 'zod';

export type Shape = { readonly nullable: boolean } & (
  | { readonly kind: 'string' | 'integer' | 'double' | 'boolean' }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'struct'; readonly fields: Readonly<Record<string, Shape>> }
);

/** The part of JSON Schema that is used. */
interface Node {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
}

/**
 * @param schema of an object that is made of objects, lists, strings, numbers and booleans, any of them nullable
 * @returns the shape of each of its keys
 */
export function fieldsOf(schema: z.ZodObject): Readonly<Record<string, Shape>> {
  const shape = shapeOf(z.toJSONSchema(schema) as Node, false);
  if (shape.kind !== 'struct') throw new TypeError('the schema is no object');
  return shape.fields;
}

function shapeOf({ type, anyOf, ...rest }: Node, nullable: boolean): Shape {
  const { items, properties, required } = rest;
  if (anyOf) return shapeOf(anyOf.find((one) => one.type !== 'null')!, true);
  if (Array.isArray(type)) return shapeOf({ ...rest, type: type.find((one) => one !== 'null')! }, true);
  if (type === 'array') return { kind: 'list', nullable, of: shapeOf(items!, false) };
  if (type === 'object') {
    const fields = Object.entries(properties!).map(([key, node]) => [key, shapeOf(node, !required?.includes(key))]);
    return { kind: 'struct', nullable, fields: Object.fromEntries(fields) };
  }
  if (type === 'string' || type === 'integer' || type === 'boolean') return { kind: type, nullable };
  if (type === 'number') return { kind: 'double', nullable };
  throw new TypeError(`no shape for ${JSON.stringify(type)}`);
}
