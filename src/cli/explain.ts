/** `accordingto explain`: why the sentences of an article read as they do. */
import { findInputs } from '../batch/inputs.ts';
import { explainArticle } from '../explain.ts';
import { EXIT, Failure } from '../failure.ts';
import { readArticles } from '../read/index.ts';
import { inColumns } from '../write/one-line.ts';

/** @returns the exit code */
export async function runExplain([path = '-', claim]: string[]): Promise<number> {
  const { inputs, missing } = findInputs([path], null);
  const input = inputs[0];
  if (!input) throw new Failure(`${path} ${missing[0]?.reason ?? 'holds no article'}`, EXIT.noInput);
  for await (const reading of readArticles(input, { anyLanguage: true })) {
    if ('failure' in reading) throw new Failure(`${reading.place} ${reading.failure.message}`, EXIT.failed);
    if ('skipped' in reading) throw new Failure(`${reading.place} ${reading.skipped.reason}`, EXIT.failed);
    const lines = explainArticle(reading.article, claim);
    if (lines === null) throw new Failure(`${reading.place} has no claim "${claim}"; extract lists them`, EXIT.usage);
    process.stdout.write(`${lines.map(inColumns).join('\n')}\n`);
  }
  return 0;
}
