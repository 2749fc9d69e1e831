import { expect, test } from 'vitest';
import type { Article } from '../src/document.ts';
import { findSentences } from '../src/sentences/index.ts';
import { findSyntax } from '../src/syntax/index.ts';
import { PENN_TAGS, RELATIONS } from '../src/syntax/labels.ts';
import { findWords } from '../src/syntax/words.ts';
import { writeConllu } from '../src/write/conllu.ts';

const text =
  'Dam\tsafe\n\n“We checked it\ntwice,” Mayor Anna Weber said on Monday, according to Tass. She did not say who paid the $3m.';
const article: Article = {
  ...{ id: 'dam', source: 'dam.txt', text, title: null, plain: true },
  published: { date: null, basis: 'unknown', candidates: [], evidence: [] },
};

test('CoNLL-U read back gives the same words, tags and tree, and obeys the format', () => {
  const sentences = findSentences(article, {});
  const words = findWords(article, { sentences });
  const syntax = findSyntax(article, { sentences, words });
  const written = writeConllu({ article, layers: { sentences, words, syntax } });
  expect(written.endsWith('\n\n')).toBe(true);

  const blocks = written.trimEnd().split('\n\n');
  expect(blocks).toHaveLength(sentences.length);
  expect(blocks[0]!.startsWith('# newdoc id = dam\n')).toBe(true);
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    const lines = block.split('\n');
    expect(lines).toContain(`# sent_id = dam-${index + 1}`);
    const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
    const base = at;
    for (const [position, row] of rows.entries()) {
      expect(row).toHaveLength(10);
      const [id, form, lemma, upos, xpos, , head, relation, , misc] = row as string[];
      const { Start, End } = Object.fromEntries(misc!.split('|').map((pair) => pair.split('='))) as Record<
        string,
        string
      >;
      expect(id).toBe(String(position + 1));
      expect(text.slice(Number(Start), Number(End))).toBe(form);
      expect(form).toBe(words.forms[at]);
      expect(lemma).not.toBe('');
      expect(upos).toMatch(/^[A-Z]+$/);
      expect(xpos).toBe(PENN_TAGS[syntax.tags[at]!]);
      expect(relation).toBe(RELATIONS[syntax.relations[at]!]);
      expect(Number(head)).toBe(syntax.heads[at]! < 0 ? 0 : syntax.heads[at]! - base + 1);
      at += 1;
    }
    expect(rows.filter((row) => row[6] === '0')).toHaveLength(1);
    // A reader puts the sentence together again from forms and SpaceAfter, up to the white space inside it.
    const rebuilt = rows
      .map((row) => row[1] + (row[9]!.includes('SpaceAfter=No') ? '' : ' '))
      .join('')
      .trim();
    const stated = lines.find((line) => line.startsWith('# text = '))!.slice(9);
    expect(rebuilt).toBe(stated);
  }
  expect(at).toBe(words.count);
});
