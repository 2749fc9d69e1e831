import { describe, expect, it } from 'vitest';
import { dimensionOf, inUnit } from '../src/comparisons/units.ts';
import { loadLexicon } from '../src/lexicon.ts';

const UNITS = loadLexicon(new URL('../src/numbers/units.tsv', import.meta.url)).map(
  ([name, dimension]) => [name!, dimension!] as const,
);
/** Dimensions of the lexicon of which no unit is ever another size of the same thing, or that the package lacks. */
const NEVER_CONVERTED = new Set(
  'amount capacitance charge consumption current image light radiation rate ratio resistance sound torque voltage'.split(
    ' ',
  ),
);
/** Units of the other dimensions that nothing converts, and why. */
const APART = {
  TEU: 'a container, not a volume',
  am: 'no news prints it',
  boe: 'a convention about heat, not a size',
  bpm: 'beats',
  fps: 'frames',
  rpm: 'revolutions',
  mach: 'depends on the air',
} as const;

describe('units of comparisons', () => {
  it('knows every unit of the lexicon that has a size, by its name there', () => {
    const unknown = UNITS.filter(([name, dimension]) => dimensionOf(name) === name && !NEVER_CONVERTED.has(dimension));
    expect(unknown.map(([name]) => name).sort()).toEqual(Object.keys(APART).sort());
  });

  it('gives all units of one dimension of the lexicon one dimension, and no unit another', () => {
    const found = new Map<string, Set<string>>();
    for (const [name, dimension] of UNITS) {
      const converted = dimensionOf(name);
      if (converted !== name) found.set(dimension, (found.get(dimension) ?? new Set()).add(converted));
    }
    expect(Object.fromEntries([...found].map(([dimension, names]) => [dimension, [...names].join()]))).toEqual({
      ...{
        angle: 'Angle',
        area: 'Area',
        data: 'Data',
        'data rate': 'Data/Time',
        energy: 'Energy',
        flow: 'Volume/Time',
      },
      ...{ force: 'Force', frequency: 'Frequency', length: 'Length', mass: 'Mass', power: 'Power', rate: 'Mass/Time' },
      ...{ pressure: 'Pressure', speed: 'Length/Time', temperature: 'Temperature', time: 'Time', volume: 'Volume' },
    });
  });

  it.each([
    [5, 'mile', 'km', 8.04672],
    [100, '°F', '°C', 37.7778],
    [60, 'mph', 'km/h', 96.5606],
    [10, 'm/s', 'knot', 19.4384],
    [1e6, 'barrel/day', 'm³/day', 158987.29],
    [1, 'hectare', 'acre', 2.47105],
    [2, 'Gbit/s', 'Mbit/s', 2000],
    [3, 'ton', 'tonne', 3],
    [7, 'kg', 'kg', 7],
  ])('%d %s in %s is %d', (value, from, to, expected) => {
    expect(inUnit(value, from, to)! / expected).toBeCloseTo(1, 4);
  });

  it.each([
    ['mile', 'kg'],
    ['F', '°F'],
    ['dB', 'bit'],
    ['USD', 'EUR'],
    ['voters', 'people'],
    ['km', 'km/h'],
  ])('does not turn %s into %s', (from, to) => {
    expect(inUnit(1, from, to)).toBeNull();
  });
});
