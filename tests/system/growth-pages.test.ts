/** The work for pages that no browser wrote grows with their length and depth, by the counters of the engine. */
import { describe, expect, test } from 'vitest';
import { growthOfWaiting } from '../counted.ts';
import { BODY, page } from '../page.ts';
import { readOne, reasons } from '../reading.ts';

test('work grows with the depth of a page, not with its square', async () => {
  const read = (depth: number) =>
    readOne('a.html', page('', `${'<div>'.repeat(depth)}${BODY}${'</div>'.repeat(depth)}`));
  expect(await growthOfWaiting(read, 1_000, 16_000)).toBeLessThan(24);
});

describe('work grows with the length of pages that no browser wrote', () => {
  test.each([
    '<br>',
    '<p>',
    '<b>x',
    '<span>Rain fell.</span>',
    '<a href="',
    '&#',
    '&amp;',
    '<!--',
    '<![CDATA[',
    '<td>',
    '</div>',
    '<p>Rain, she said.</p>',
    ' |',
  ])('%j', async (piece) => {
    const read = (length: number) => reasons('a.html', page('', piece.repeat(Math.ceil(length / piece.length))));
    expect(await growthOfWaiting(read, 1_000, 8_000)).toBeLessThan(16);
  });
});
