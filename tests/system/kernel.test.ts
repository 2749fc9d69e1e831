/** The kernels are what the compiler makes of their sources. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileKernel, KERNELS } from '../../bench/build/kernels.ts';
import { PROJECT } from '../../bench/build/package.ts';

test.each(Object.entries(KERNELS))(
  '%s compiled anew has the same bytes',
  async (source, shipped) => {
    mkdirSync(join(PROJECT, '.work'), { recursive: true });
    const target = '.work/kernel.test.wasm';
    try {
      await compileKernel(PROJECT, source, target);
      const [anew, kept] = [target, shipped].map((name) => readFileSync(join(PROJECT, name)));
      expect(anew!.equals(kept!)).toBe(true);
    } finally {
      rmSync(join(PROJECT, target), { force: true });
    }
  },
  180_000,
);
