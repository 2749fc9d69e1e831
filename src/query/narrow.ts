/** Of the shape of the results the part that some expressions read. */
import type { Shape } from '../write/shape.ts';

/**
 * Keeps what has a name that stands in an expression: more than is read, never less. Of an object of which nothing is read
 * but that it is there, one plain value stays, so that lists keep their lengths.
 *
 * @param expressions in SQL; none may take an object as a whole
 */
export function narrowed(
  fields: Readonly<Record<string, Shape>>,
  expressions: readonly string[],
): Readonly<Record<string, Shape>> {
  const words = new Set(expressions.flatMap((expression) => expression.match(/\w+/g) ?? []));
  return keep(fields, words);
}

function keep(fields: Readonly<Record<string, Shape>>, words: ReadonlySet<string>): Readonly<Record<string, Shape>> {
  const entries = Object.entries(fields);
  const kept = entries.filter(([name]) => words.has(name));
  const [first] = entries.toSorted(([, a], [, b]) => Number(isPlain(b)) - Number(isPlain(a)));
  return Object.fromEntries((kept.length > 0 ? kept : [first!]).map(([name, shape]) => [name, inside(shape, words)]));
}

const isPlain = ({ kind }: Shape): boolean => kind !== 'list' && kind !== 'struct';

function inside(shape: Shape, words: ReadonlySet<string>): Shape {
  if (shape.kind === 'list') return { ...shape, of: inside(shape.of, words) };
  return shape.kind === 'struct' ? { ...shape, fields: keep(shape.fields, words) } : shape;
}
