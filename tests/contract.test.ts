/** The check of the contract that runs for every article, against zod, which it stands in for. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTRACT_SHAPE, contractShape } from '../bench/schemas.ts';
import { keepsContract } from '../src/contract.ts';
import { extract } from '../src/index.ts';
import { output as schema } from '../src/output.ts';
import { output as example } from './hostile.ts';

const TEXT =
  '“The dam is safe,” Mayor Anna Weber, 54, said on Monday, according to DPA. Police counted 120 people; the union said 300.';
const real = extract(TEXT, { published: '2024-05-06', includeText: true });

test('its shape is that of the schema', () => {
  expect(readFileSync(CONTRACT_SHAPE, 'utf8'), 'npm run golden writes it').toBe(contractShape());
});

test('what is written keeps it, in the order of its keys', () => {
  for (const output of [real, example]) {
    expect(keepsContract(output)).toBe(true);
    expect(JSON.stringify(schema.parse(output))).toBe(JSON.stringify(output));
  }
});

/** Values that stand in the place of others. */
const others = fc.constantFrom<unknown>(
  ...[null, true, '', 'x', 'p1', 's0', '2024-05-06', '2024-5-6', 0, -1, 1, 0.5, 2 ** 53, Number.NaN, [], ['p1'], {}],
  { start: 0, end: 1, text: 'T' },
);

/** An output in which one value is another, or gone, or one too many, at a place that `steps` lead to. */
function spoilt(steps: readonly number[], value: unknown, how: 'other' | 'gone' | 'more'): unknown {
  const output: unknown = structuredClone(real);
  let at = output as Record<string, unknown>;
  for (const step of steps) {
    const keys = Object.keys(at);
    if (keys.length === 0) break;
    const key = keys[step % keys.length]!;
    const next = at[key];
    if (typeof next === 'object' && next !== null && step % 3 > 0) {
      at = next as Record<string, unknown>;
      continue;
    }
    if (how === 'other') at[key] = value;
    else if (how === 'gone') delete at[key];
    else at[`${key}s`] = value;
    break;
  }
  return output;
}

test('it refuses what zod refuses, and nothing else', () => {
  let refused = 0;
  fc.assert(
    fc.property(
      fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }),
      others,
      fc.constantFrom('other', 'gone', 'more'),
      (steps, value, how) => {
        const output = spoilt(steps, value, how);
        const { success } = schema.safeParse(output);
        if (!success) refused += 1;
        expect(keepsContract(output)).toBe(success);
      },
    ),
    { seed: 24, numRuns: 2000 },
  );
  expect(refused).toBeGreaterThan(500);
});
