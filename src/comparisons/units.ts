/** Sizes in different units of one dimension, by the package `convert`: "5 miles" beside "8 km", "mph" beside "knots". */
import { convert, getMeasureKind, MeasureKind, type Unit } from 'convert';
import { loadLexicon } from '../lexicon.ts';

/** A unit as `convert` knows it: so many of this name. */
interface Known {
  readonly factor: number;
  readonly name: string;
}

let equivalents: ReadonlyMap<string, Known> | undefined;

/** Units that the package lacks or names otherwise; rates have two parts. */
function knownAs(unit: string): Known {
  equivalents ??= new Map(
    loadLexicon(new URL('./equivalents.tsv', import.meta.url)).map(
      ([ours, factor, name]) => [ours!, { factor: Number(factor), name: name! }] as const,
    ),
  );
  return equivalents.get(unit) ?? { factor: 1, name: unit };
}

const dimensions = new Map<string, string>();

/**
 * What a unit measures: "Length", "Length/Time".
 *
 * @param unit as in numbers/units.tsv, or two of them with a slash
 * @returns the unit itself where nothing converts it, so that only equal units share a dimension
 */
export function dimensionOf(unit: string): string {
  let dimension = dimensions.get(unit);
  if (dimension === undefined) {
    const kinds = knownAs(unit)
      .name.split('/')
      .map((part) => getMeasureKind(knownAs(part).name as Unit));
    dimension = kinds.some((kind) => kind === undefined) ? unit : kinds.map((kind) => MeasureKind[kind!]).join('/');
    dimensions.set(unit, dimension);
  }
  return dimension;
}

/**
 * A size in another unit of the same dimension.
 *
 * @param from unit of `value`
 * @param to unit of what is returned
 * @returns null where the units measure different things
 */
export function inUnit(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  if (dimensionOf(from) !== dimensionOf(to) || dimensionOf(from) === from) return null;
  const [a, b] = [knownAs(from), knownAs(to)];
  const [over, under] = a.name.split('/');
  const [overTo, underTo] = b.name.split('/');
  const size = single(value * a.factor, over!, overTo!);
  return (under === undefined ? size : size / single(1, under, underTo!)) / b.factor;
}

function single(value: number, from: string, to: string): number {
  const [a, b] = [knownAs(from), knownAs(to)];
  return convert(value * a.factor, a.name as Unit).to(b.name as Unit) / b.factor;
}
