import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    globalSetup: ['tests/setup.ts'],
    reporters: ['default'],
    // Vitest would leave one core free; the longest files mostly wait for processes of their own.
    maxWorkers: 3,
  },
});
