/** The kernel that sums weights: what it says is what adding one after the other says, packed and learned. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { UNITS } from '../src/attributions/models/hidden.ts';
import { sumsKernel } from '../src/model/sums.ts';
import { growingMemory } from '../src/model/wasm-memory.ts';
import { LABELS, scoreRows } from '../src/names/tagger.ts';

const SLOTS = 64;
/** Rows of the name tagger's table here. */
const ROWS = 32;
const LABELLED = Array.from({ length: LABELS }, (_, label) => label);
/** Numbers from a seed, packed or learned. */
function tableOf(seed: number, size: number, isPacked: boolean): Int8Array | Float32Array {
  const at = (index: number) => Math.imul(index + seed, 0x9e3779b1) >> 24;
  const numbers = Array.from({ length: size }, (_, index) => at(index));
  return isPacked ? Int8Array.from(numbers) : Float32Array.from(numbers, (number) => number / 7);
}

/** Numbers in the kernel's memory. */
function columnOf(numbers: readonly number[]) {
  const column = sumsKernel().ints(numbers.length);
  column.values.set(numbers);
  return column;
}

/** Adds without the kernel, in the order of the features. */
function added(weights: ArrayLike<number>, slots: readonly number[], width: number, place: number, from = 0): number {
  return slots.reduce((sum, slot) => sum + weights[slot * width + place]!, from);
}

const values = fc.array(fc.integer(), { maxLength: 1500 });

describe.each([true, false])('packed: %s', (isPacked) => {
  test('the sum of a linear model', () => {
    fc.assert(
      fc.property(fc.nat(), values, (seed, given) => {
        const weights = tableOf(seed, SLOTS, isPacked);
        const { addressOf, call } = sumsKernel();
        const sum = isPacked ? call.sumPacked : call.sumLearned;
        const slots = given.map((hash) => hash & (SLOTS - 1));
        expect(sum(addressOf({ weights }), SLOTS - 1, columnOf(given).address, given.length)).toBe(
          added(weights, slots, 1, 0),
        );
      }),
      { seed: 24, numRuns: 60 },
    );
  });
  test('the units of a network, from nothing and from what is shared', () => {
    fc.assert(
      fc.property(fc.nat(), values, values, (seed, common, given) => {
        const weights = tableOf(seed, SLOTS * UNITS, isPacked);
        const { addressOf, call, doubles } = sumsKernel();
        const table = addressOf({ weights });
        const add = isPacked ? call.unitsPacked : call.unitsLearned;
        const [none, shared, own] = [doubles(UNITS), doubles(UNITS), doubles(UNITS)];
        const fields = columnOf([...common, ...given]);
        add(table, SLOTS - 1, fields.address, common.length, none.address, shared.address);
        add(table, SLOTS - 1, fields.address + 4 * common.length, given.length, shared.address, own.address);
        const slots = [...common, ...given].map((value) => value & (SLOTS - 1));
        const units = Array.from({ length: UNITS }, (_, unit) => added(weights, slots, UNITS, unit));
        expect([...own.values]).toEqual(units);
        const signed = units.map((sum, unit) => (sum <= 0 ? 0 : unit < UNITS / 2 ? sum : -sum));
        expect(call.unitScore(own.address)).toBe(signed.reduce((sum, part) => sum + part, 0));
      }),
      { seed: 24, numRuns: 60 },
    );
  });
});

test.each([true, false])('the scores of words, for any range of them; packed: %s', (isPacked) => {
  const words = fc.array(fc.array(fc.nat(ROWS - 1), { maxLength: 60 }), { maxLength: 40 });
  fc.assert(
    fc.property(fc.nat(), words, fc.nat(40), (seed, lists, first) => {
      const weights = tableOf(seed, ROWS * LABELS, isPacked);
      const starts = new Int32Array(lists.length + 1);
      for (const [word, list] of lists.entries()) starts[word + 1] = starts[word]! + list.length;
      const from = Math.min(first, lists.length);
      const scores = scoreRows({ weights }, Uint16Array.from(lists.flat()), starts, from, lists.length);
      const whole = lists.slice(from).flatMap((list) => LABELLED.map((label) => added(weights, list, LABELS, label)));
      expect([...scores.subarray(0, whole.length)]).toEqual(isPacked ? whole : whole.map(Math.fround));
    }),
    { seed: 24, numRuns: 60 },
  );
});

test('tables of many megabytes leave what was read before where it is', () => {
  const { addressOf, call } = sumsKernel();
  const column = columnOf([1, 2, 3]);
  const table = addressOf({ weights: new Int8Array(1 << 24).fill(1) });
  expect(call.sumPacked(table, (1 << 24) - 1, column.address, 3)).toBe(3);
  expect([...column.values]).toEqual([1, 2, 3]);
});

test('where the system limits addresses, what to do is said', () => {
  const memory = vi.spyOn(WebAssembly, 'Memory').mockImplementation(function refuse() {
    throw new RangeError('WebAssembly.Memory(): could not allocate memory');
  });
  try {
    expect(() => growingMemory(1)).toThrow(/ulimit -v unlimited.*--disable-wasm-trap-handler/);
  } finally {
    memory.mockRestore();
  }
});
