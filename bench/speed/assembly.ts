/** What one would write in an afternoon from the packages: compromise over the article, chrono over its sentences. */
import { en } from 'chrono-node';
import nlp from 'compromise/three';
import type { Article } from '../../src/document.ts';

/** Returns how many sentences, people, numbers, quotations and dates were found. */
export function straightAssembly({ text, published }: Article): number {
  const reference = { instant: new Date(`${published.date}T12:00:00Z`), timezone: 'UTC' };
  const document = nlp(text);
  const sentences = document.json({ offset: true }) as { text: string }[];
  const found = [document.people(), document.numbers(), document.quotations()].map(
    (view) => (view.json({ offset: true }) as unknown[]).length,
  );
  const dates = sentences.map((sentence) => en.parse(sentence.text, reference).length);
  return [...found, ...dates].reduce((sum, count) => sum + count, sentences.length);
}
