import { defineConfig } from 'vitest/config';

/** What needs the packed program, a browser, a server, shells, or minutes: `npm run test:system`. */
export default defineConfig({
  test: {
    include: ['tests/system/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: ['tests/setup.ts'],
    reporters: ['default'],
    // Vitest would leave one core free; the longest files mostly wait for processes of their own.
    maxWorkers: 3,
  },
});
