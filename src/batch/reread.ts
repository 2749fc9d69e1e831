/** Reads the documents of a ledger again, each with its article as its input has it now. */
import { statSync } from 'node:fs';
import type { Article } from '../document.ts';
import { type Input, listArticles, type ReadOptions, readPending } from '../read/index.ts';
import type { Entry, Header } from './entry.ts';
import { hashArticle, hashContent, hashPending } from './hash.ts';
import type { Ledger } from './ledger.ts';

export type Reread = { readonly entry: Entry; readonly article: Article | 'unread' | 'none' };

/**
 * The entries in order, except that those of one input come together.
 *
 * @param differs gets a line for each input that is not what it was
 */
export async function* withArticles(ledger: Ledger, differs: (line: string) => void): AsyncGenerator<Reread> {
  const shard = ledger.header!.shard;
  for (const entries of byInput(ledger)) {
    const [first] = entries as [Entry, ...Entry[]];
    // A ledger may name anything: a pipe or a device would hold up whoever opens it.
    if (first.input === '-' || isOther(first.input)) {
      for (const entry of entries) yield { entry, article: 'unread' };
      continue;
    }
    const reading = readingOf(ledger.optionsOf(first.options) ?? ledger.header!.options);
    const left = new Map(entries.map((entry) => [entry.path, entry]));
    const input: Input = { path: first.input, source: first.input, id: first.id };
    for await (const listed of listArticles(input, reading)) {
      const entry = left.get(listed.place);
      if (!entry) {
        if (shard === null && !first.left)
          differs(`${listed.place} is not in the ledger; run accordingto extract again`);
        continue;
      }
      left.delete(listed.place);
      const read = 'pending' in listed ? await readPending(listed, reading) : listed;
      const article = 'article' in read ? read.article : null;
      const now = 'pending' in listed ? hashPending(listed.pending) : article && hashArticle(article);
      checkInput(entry, entry.path === entry.input ? hashContent({ file: input }) : now, differs);
      if (article === null && entry.counts !== null) differs(`${entry.path} can no longer be read`);
      yield { entry, article: article ?? 'none' };
    }
    for (const entry of left.values()) {
      differs(`${entry.path} is in the ledger but no longer there`);
      yield { entry, article: 'none' };
    }
  }
}

/** True where something is there that is no file. */
function isOther(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === false;
  } catch {
    // Whoever reads it says why it cannot be read.
    return false;
  }
}

const readingOf = ({ published, from, anyLanguage, captions }: Header['options']): ReadOptions => ({
  published: published ?? undefined,
  from: from ?? undefined,
  anyLanguage: anyLanguage ?? false,
  captions: captions ?? false,
});

/** Groups entries of one input; those that the last run did not read are kept apart from those that it read. */
function* byInput(ledger: Ledger): Generator<Entry[]> {
  let group: Entry[] = [];
  for (const entry of ledger.entries()) {
    const [first] = group;
    if (first && (first.input !== entry.input || first.left !== entry.left || first.options !== entry.options)) {
      yield group;
      group = [];
    }
    group.push(entry);
  }
  if (group.length > 0) yield group;
}

function checkInput({ path, sha256 }: Entry, now: string | null, differs: (line: string) => void): void {
  if (sha256 !== null && now !== null && sha256 !== now) differs(`${path} has changed since it was read`);
}
