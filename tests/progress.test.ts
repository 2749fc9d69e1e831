/** How far a run is, with a clock that the test moves. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Progress } from '../src/cli/progress.ts';

let written = '';
beforeEach(() => {
  written = '';
  vi.useFakeTimers();
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const ok = { failed: false, unchanged: false };

test('a plain line every ten seconds, with rate, time left and failures', () => {
  const progress = new Progress({ total: 1000, quiet: false, always: true });
  for (let done = 0; done < 240; done += 1) {
    vi.advanceTimersByTime(100);
    progress.count(done === 7 ? { failed: true, unchanged: false } : ok);
  }
  progress.end();
  expect(written).toBe(
    'accordingto: 99/1000 articles, 9.9/s, 1 min 32 s left, 1 failed\n' +
      'accordingto: 199/1000 articles, 9.9/s, 1 min 21 s left, 1 failed\n',
  );
});
test('what an earlier run did says nothing of the rate; a stretch without results is told too', () => {
  const progress = new Progress({ total: 300, quiet: false, always: true });
  for (let done = 0; done < 200; done += 1) progress.count({ failed: false, unchanged: true });
  vi.advanceTimersByTime(5000);
  for (let done = 0; done < 50; done += 1) progress.count(ok);
  vi.advanceTimersByTime(15_000);
  progress.end();
  expect(written).toBe(
    'accordingto: 250/300 articles, 5.0/s, 10 s left, 0 failed\n' +
      'accordingto: 250/300 articles, 2.5/s, 20 s left, 0 failed\n',
  );
});
test('what is skipped is no work done, and the rest has its share of it', () => {
  const progress = new Progress({ total: 400, quiet: false, always: true });
  for (let done = 0; done < 50; done += 1) progress.count(ok);
  for (let done = 0; done < 50; done += 1) progress.count({ ...ok, skipped: true });
  vi.advanceTimersByTime(10_000);
  progress.end();
  expect(written).toBe('accordingto: 100/400 articles, 5.0/s, 30 s left, 50 skipped, 0 failed\n');
});
test('without a total no time left; quiet and without a terminal nothing', () => {
  const progress = new Progress({ total: null, quiet: false, always: true });
  progress.count(ok);
  vi.advanceTimersByTime(10_000);
  progress.end();
  for (const quiet of [true, false]) {
    const silent = new Progress({ total: 1, quiet, always: quiet });
    vi.advanceTimersByTime(20_000);
    silent.count(ok);
  }
  expect(written).toBe('accordingto: 1 article, 0.1/s, 0 failed\n');
});
