/** `accordingto explain`: why the sentences of an article read as they do. */
import { findInputs } from '../batch/inputs.ts';
import { explainArticle } from '../explain.ts';
import { EXIT, Failure } from '../failure.ts';
import { type Input, readArticles } from '../read/index.ts';
import { inColumns, visible } from '../write/one-line.ts';

/** @returns the exit code */
export async function runExplain([path = '-', claim]: string[]): Promise<number> {
  const { inputs, missing } = findInputs([path], null);
  if (inputs.length === 0) throw new Failure(`${path} ${missing[0]?.reason ?? 'holds no article'}`, EXIT.noInput);
  if (inputs.length === 1) {
    await explainInput(inputs[0]!, claim, false);
    return 0;
  }
  let code = 0;
  for (const input of inputs) {
    try {
      await explainInput(input, claim, true);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      process.stderr.write(`${visible(error.message)}\n`);
      code = EXIT.failed;
    }
  }
  return code;
}

/** @param among the input is one of several: each article is preceded by its place */
async function explainInput(input: Input, claim: string | undefined, among: boolean): Promise<void> {
  for await (const reading of readArticles(input, { anyLanguage: true })) {
    if ('failure' in reading) throw new Failure(`${reading.place} ${reading.failure.message}`, EXIT.failed);
    if ('skipped' in reading) throw new Failure(`${reading.place} ${reading.skipped.reason}`, EXIT.failed);
    const lines = explainArticle(reading.article, claim);
    if (lines === null) throw new Failure(`${reading.place} has no claim "${claim}"; extract lists them`, EXIT.usage);
    if (among) process.stdout.write(`article ${visible(reading.place)}\n`);
    process.stdout.write(`${lines.map(inColumns).join('\n')}\n`);
  }
}
