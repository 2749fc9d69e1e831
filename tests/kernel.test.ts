/** The kernel of the syntax stage: what it is compiled of, and that it says the same however a text is handed over. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kernelNote } from '../bench/build/kernels.ts';
import { PROJECT } from '../bench/build/package.ts';
import { SYNTAX_SUMS, syntaxSums } from '../bench/goldens.ts';
import type { Sentence, Syntax, Words } from '../src/document.ts';
import { mix } from '../src/model/hash.ts';
import { findSyntax } from '../src/syntax/index.ts';
import { makeKernel } from '../src/syntax/kernel.ts';
import { shippedModels } from '../src/syntax/models.ts';
import { findWords } from '../src/syntax/words.ts';
import { articleOf } from './attributed.ts';

test('it is compiled of the sources that stand beside it: else npm run build', () => {
  expect(kernelNote(PROJECT)).toBe(readFileSync(new URL('../kernels/built.txt', import.meta.url), 'utf8'));
});

test('tags, heads and relations of the fixtures are as they were, to the last one', async () => {
  expect(await syntaxSums()).toBe(readFileSync(SYNTAX_SUMS, 'utf8'));
});

test('it hashes as the program does', () => {
  const { call } = makeKernel();
  fc.assert(fc.property(fc.integer(), fc.integer(), (a, b) => call.mix(a, b) === mix(a, b)));
});

interface Read {
  readonly words: Words;
  readonly syntax: Syntax;
}

/** Texts as sentences, a paragraph each. */
function read(texts: readonly string[]): Read {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const text of texts) {
    sentences.push({ start, end: start + text.length, kind: 'body', paragraph: sentences.length });
    start += text.length + 1;
  }
  const article = articleOf(texts.join('\n'));
  const words = findWords(article, { sentences });
  return { words, syntax: findSyntax(article, { sentences, words }) };
}

const TEXTS = [
  'The ferry was safe, Mayor Ines Corrado told the harbour paper on Monday.',
  'Who will pay for the new pier?',
  'TWO HELD AFTER FIRE IN OLD MILL',
  '“We had no warning,” said Tomas Reuter, who lives above the mill, “and then the roof was gone.”',
];

test('a sentence has the same tree wherever it stands in a text that is handed over in parts', () => {
  const { mostWords } = shippedModels().kernel;
  const alone = TEXTS.map((text) => read([text]));
  const repeated: string[] = [];
  for (let words = 0; words <= 2 * mostWords; words += 50) repeated.push(...TEXTS);
  const { words, syntax } = read(repeated);
  expect(words.count).toBeGreaterThan(2 * mostWords);
  for (let sentence = 0; sentence < repeated.length; sentence++) {
    const [from, to] = [words.first[sentence]!, words.first[sentence + 1]!];
    const own = alone[sentence % TEXTS.length]!.syntax;
    expect(syntax.tags.subarray(from, to)).toEqual(own.tags);
    expect(syntax.relations.subarray(from, to)).toEqual(own.relations);
    expect(syntax.heads.slice(from, to).map((head) => (head < 0 ? -1 : head - from))).toEqual(own.heads);
  }
});

test('a sentence longer than any part is one tree', () => {
  const { mostWords } = shippedModels().kernel;
  const { words, syntax } = read([Array.from({ length: mostWords }, (_, at) => `ferry ${at}`).join(' ')]);
  expect(words.count).toBe(2 * mostWords);
  const { heads } = syntax;
  expect(heads.filter((head) => head < 0).length).toBe(1);
  for (let word = 0; word < words.count; word++) {
    let steps = 0;
    for (let at = word; heads[at]! >= 0 && steps <= words.count; at = heads[at]!) steps += 1;
    expect(steps).toBeLessThan(words.count);
  }
});

test('threads that share weights have rooms of their own', () => {
  const { kernel, lexicon } = shippedModels();
  const other = makeKernel(structuredClone(kernel.shared));
  const [one, two] = TEXTS.slice(0, 2).map((text) => read([text])) as [Read, Read];
  kernel.read(lexicon, one.words, 0, one.words.count);
  other.read(lexicon, two.words, 0, two.words.count);
  for (const [own, { words, syntax }] of [[kernel, one] as const, [other, two] as const]) {
    own.pieces[0] = words.count;
    own.call.analyse(1);
    expect(own.tags.slice(0, words.count)).toEqual(syntax.tags);
    expect(own.heads.slice(0, words.count)).toEqual(syntax.heads);
    expect(own.relations.slice(0, words.count)).toEqual(syntax.relations);
  }
});

test('it takes no more words than it has room for', () => {
  const kernel = makeKernel();
  const column = new Int32Array(kernel.mostWords + 1);
  const words = { types: column, starts: column, ends: column };
  expect(() => kernel.read(null, words, 0, kernel.mostWords + 1)).toThrow(RangeError);
  kernel.read(null, words, 0, kernel.mostWords);
});
