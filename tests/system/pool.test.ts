/** Workers that hang, need too much memory or end by themselves: what else is under way is done. */
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/batch/documents.ts';
import { workerPool } from '../../src/batch/pool.ts';
import { failedDocument } from '../failed-document.ts';

describe('the pool', () => {
  const options = { includeText: false, formats: null, folder: false };
  const documents = (texts: readonly string[]): Document[] => texts.map((text, index) => failedDocument(index, text));
  async function run(texts: readonly string[], timeout = 20_000) {
    const pool = workerPool(2, options, { timeout, maxMemory: 64e6 }, new URL('../odd-worker.mjs', import.meta.url));
    const done = await Promise.all([pool.run(documents(texts)), pool.run(documents(['beside']))]);
    await pool.close();
    expect(done[1]).toMatchObject([{ reason: 'done beside' }]);
    return done[0].map((each) => ('reason' in each ? each.reason : ''));
  }
  test('what hangs is stopped, and those beside it are done', async () => {
    expect(await run(['a', 'hang', 'b', 'hang', 'c'], 400)).toEqual([
      'done a',
      'took longer than 0.4 s and was stopped, twice; --timeout allows more',
      'done b',
      'took longer than 0.4 s and was stopped, twice; --timeout allows more',
      'done c',
    ]);
  });
  test('what was stopped is tried once more alone, and done if it then ends', async () => {
    expect(await run(['a', 'slow at first', 'b'], 400)).toEqual(['done a', 'done slow at first', 'done b']);
  });
  test('what needs too much memory is stopped, and those beside it are done', async () => {
    expect(await run(['a', 'explode', 'b'])).toEqual([
      'done a',
      'needed more than 64 MB of memory and was stopped; --max-memory allows more',
      'done b',
    ]);
  });
  test('what ends its worker fails, and those beside it are done', async () => {
    expect(await run(['a', 'exit', 'b'])).toEqual([
      'done a',
      expect.stringMatching(/^ended its worker .* bug/),
      'done b',
    ]);
  });
});
