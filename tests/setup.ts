/** A folder for the whole run, where the test files share what is made once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    shared: string;
  }
}

export default function setup({ provide }: TestProject): () => void {
  const shared = mkdtempSync(join(tmpdir(), 'accordingto-tests-'));
  provide('shared', shared);
  return () => rmSync(shared, { recursive: true, force: true });
}
