/** The kernel is what the compiler makes of its sources. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileKernel } from '../../bench/build/kernels.ts';
import { PROJECT } from '../../bench/build/package.ts';

test('compiled anew it has the same bytes', async () => {
  mkdirSync(join(PROJECT, '.work'), { recursive: true });
  const target = '.work/kernel.test.wasm';
  try {
    await compileKernel(PROJECT, target);
    const [anew, kept] = [target, 'src/syntax/kernel.wasm'].map((name) => readFileSync(join(PROJECT, name)));
    expect(anew!.equals(kept!)).toBe(true);
  } finally {
    rmSync(join(PROJECT, target), { force: true });
  }
}, 180_000);
