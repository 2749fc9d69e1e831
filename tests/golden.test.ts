/** The goldens of the fixtures. A difference is a change of what the program says: review it, then `npm run golden`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectedPages } from '../bench/goldens.ts';

const folder = new URL('../fixtures/expected/', import.meta.url);
const pages = await expectedPages();

test.each([...pages.keys()])('%s is what the pipeline says', (name) => {
  const url = new URL(name, folder);
  if (!existsSync(url)) expect.fail(`fixtures/expected/${name} is missing: npm run golden writes it, then review it`);
  const before = readFileSync(url, 'utf8').split('\n');
  const now = pages.get(name)!.split('\n');
  const at = now.findIndex((line, index) => line !== before[index]);
  if (at < 0 && before.length === now.length) return;
  const line = at < 0 ? now.length : at;
  const show = (lines: readonly string[]) => lines.slice(Math.max(0, line - 2), line + 3).join('\n  ');
  expect.fail(
    `fixtures/expected/${name} differs from line ${line + 1}\n\nexpected\n  ${show(before)}\n\nfound\n  ${show(now)}\n\nreview the change, then: npm run golden`,
  );
});

test('no golden is left of a fixture that is gone', () => {
  const goldens = readdirSync(folder).filter((name) => /\.(?:json|txt)$/.test(name) && !name.endsWith('.facts.txt'));
  expect(goldens.filter((name) => !pages.has(name))).toEqual([]);
});

test('there are at least thirteen fixtures, the sample among them', () => {
  expect(pages.size / 2).toBeGreaterThanOrEqual(13);
  expect(pages.has('2020-09-13-belarus-protests.json')).toBe(true);
});
