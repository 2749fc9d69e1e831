import { defineConfig } from 'vitest/config';

/** What runs inside the test's own process, in a minute: `npm test`. The rest is in vitest.system.config.ts. */
export default defineConfig({
  test: {
    include: ['tests/*.test.ts'],
    testTimeout: 180_000,
    // Vitest would leave one core free.
    maxWorkers: '100%',
    globalSetup: ['tests/setup.ts'],
    reporters: ['default'],
  },
});
