/** `accordingto check`: do the quotations of a draft stand where they come from? */
import { realpathSync } from 'node:fs';
import { findInputs } from '../batch/inputs.ts';
import { type CheckedQuotation, isFine, type Reference, References, STATUSES } from '../corroborate/check.ts';
import type { Article } from '../document.ts';
import { extractArticle } from '../extract.ts';
import { EXIT, Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import { readArticles } from '../read/index.ts';
import { complain } from '../terminal.ts';
import { oneLine } from '../write/one-line.ts';

export interface CheckOptions {
  readonly against: readonly string[];
  readonly format: 'text' | 'json';
  readonly quiet?: boolean;
}

/**
 * @returns the exit code: 0 where every quotation is verbatim, or a mere word or title, and all of the draft could be read
 */
export async function runCheck([path]: string[], { against, format, quiet }: CheckOptions): Promise<number> {
  const draft = await readAll([path!]);
  if (draft.articles.length === 0) throw new Failure(`${path} holds no article`, EXIT.noInput);
  const { articles: texts, left } = await readAll(against, draft.files);
  if (texts.length === 0) {
    const besides = left > 0 ? ' besides the draft itself' : '';
    throw new Failure(`${against.join(', ')} holds no text to compare with${besides}`, EXIT.noInput);
  }
  const references = new References();
  for (const article of texts) references.add(referenceOf(article));
  const checked = draft.articles.flatMap((article) => references.check(extractArticle(article), article.text));
  const shown = quiet ? checked.filter(({ status }) => !isFine(status)) : checked;
  process.stdout.write(format === 'json' ? `${JSON.stringify(shown, null, 2)}\n` : shown.map(lineOf).join(''));
  if (checked.length === 0 && !quiet) complain(`${path} has no quotation`);
  return draft.failed === 0 && checked.every(({ status }) => isFine(status)) ? 0 : EXIT.failed;
}

interface Texts {
  readonly articles: readonly Article[];
  /** Files by their real names, whatever links led to them. */
  readonly files: ReadonlySet<string>;
  /** What could not be read, and was said. */
  readonly failed: number;
  /** Files that were left out. */
  readonly left: number;
}

/** @param except files that are left out: no draft bears itself out */
async function readAll(paths: readonly string[], except: ReadonlySet<string> = new Set()): Promise<Texts> {
  const { inputs, missing } = findInputs(paths, null);
  for (const { place, reason } of missing) throw new Failure(`${place} ${reason}`, EXIT.noInput);
  const articles: Article[] = [];
  const files = new Set<string>();
  let [failed, left] = [0, 0];
  for (const input of inputs) {
    const file = input.path === '-' ? '-' : realpathSync(input.path);
    if (except.has(file)) {
      left += 1;
      continue;
    }
    files.add(file);
    for await (const reading of readArticles(input, { anyLanguage: true })) {
      if ('article' in reading) articles.push(reading.article);
      else if ('failure' in reading) {
        complain(`${reading.place} ${reading.failure.message}`);
        failed += 1;
      }
    }
  }
  return { articles, files, failed, left };
}

function referenceOf(article: Article): Reference {
  let output: Output | undefined;
  return {
    id: article.source,
    text: article.text,
    extract: () => {
      output ??= extractArticle(article);
      return output;
    },
  };
}

/** The longest status. */
const STATUS_WIDTH = Math.max(...STATUSES.map(({ length }) => length));

/** A quotation on a line, and beneath it where it stands and what is different: [-draft-] {+text+}. */
function lineOf({ text, speaker, status, found, differences }: CheckedQuotation): string {
  const head = `${status.padEnd(STATUS_WIDTH)} ${oneLine(text)}${speaker === null ? '' : ` — ${oneLine(speaker)}`}\n`;
  if (found === null || (status === 'verbatim' && speaker !== null)) return head;
  const place = `${' '.repeat(STATUS_WIDTH + 1)}${oneLine(found.reference)}:${found.start}-${found.end}`;
  if (status === 'verbatim') {
    const named = found.speaker === null ? '' : ` has it from ${oneLine(found.speaker)};`;
    return `${head}${place}${named} the draft does not say by name who speaks\n`;
  }
  if (status === 'other-speaker') return `${head}${place} has it from ${oneLine(found.speaker ?? 'somebody else')}\n`;
  if (status === 'speaker-unknown') return `${head}${place} does not say who speaks\n`;
  const diff = differences.map(({ same, first, second }) => {
    if (same) return first.join(' ');
    return [first.length > 0 ? `[-${first.join(' ')}-]` : '', second.length > 0 ? `{+${second.join(' ')}+}` : '']
      .filter(Boolean)
      .join(' ');
  });
  return `${head}${place}\n${' '.repeat(STATUS_WIDTH + 1)}${oneLine(diff.filter(Boolean).join(' '))}\n`;
}
