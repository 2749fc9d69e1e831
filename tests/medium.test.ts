import { expect, test } from 'vitest';
import { slice } from '../src/document.ts';
import { analyse } from '../src/extract.ts';
import { articleOf } from './attributed.ts';

/** The places in which the statements of a text were made, in their order. */
function mediaOf(text: string): (string | null)[] {
  const article = articleOf(text);
  return analyse(article).attributions.map(({ medium }) => medium && slice(article, medium));
}

test.each([
  ['Anna Weber told the Ashford Echo that the bridge was safe.', 'the Ashford Echo'],
  ['“The bridge is safe,” Anna Weber told state radio.', 'state radio'],
  ['The engineer told a public inquiry that nobody had read his letter.', 'a public inquiry'],
  ['“We are ready,” Anna Weber wrote on Instagram.', 'on Instagram'],
  ['“We are ready,” Anna Weber said in a note to clients.', 'in a note to clients'],
  ['In a statement, the ministry said the bridge was safe.', 'In a statement'],
  ['Anna Weber, speaking on BBC radio, said the bridge was safe.', 'on BBC radio'],
  ['Speaking to the Ashford Echo, Anna Weber said the bridge was safe.', 'the Ashford Echo'],
])('%s: %s', (text, medium) => {
  expect(mediaOf(text)).toEqual([medium]);
});

test.each([
  'Anna Weber told reporters that the bridge was safe.',
  'Anna Weber told Omar Zaki that the bridge was safe.',
  'Anna Weber said the bridge on Mill Street was safe.',
])('%s: no medium', (text) => {
  expect(mediaOf(text)).toEqual([null]);
});
