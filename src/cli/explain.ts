/** `accordingto explain`: why the sentences of an article read as they do. */
import { explain } from '../attributions/explain.ts';
import { findInputs } from '../batch/inputs.ts';
import { compose } from '../compose.ts';
import { lastStartingAt } from '../document.ts';
import { analyse } from '../extract.ts';
import { readArticles } from '../read/index.ts';
import { EXIT, Failure } from './failure.ts';

/** @returns the exit code */
export async function runExplain([path, claim]: string[]): Promise<number> {
  const { inputs, missing } = findInputs([path ?? '-'], null);
  const input = inputs[0];
  if (!input) throw new Failure(`${path} ${missing[0]?.reason ?? 'holds no article'}`, EXIT.noInput);
  for await (const reading of readArticles(input, {})) {
    if ('failure' in reading) throw new Failure(`${reading.place} ${reading.failure.message}`, EXIT.failed);
    if ('skipped' in reading) throw new Failure(`${reading.place} ${reading.skipped.reason}`, EXIT.failed);
    const { article } = reading;
    const layers = analyse(article);
    let sentences = layers.sentences.map((_, index) => index);
    if (claim !== undefined) {
      const found = compose(article, layers, {}).claims.find(({ id }) => id === claim);
      if (!found) throw new Failure(`${reading.place} has no claim "${claim}"; extract lists them`, EXIT.usage);
      const at = found.attribution[0]?.cue.start ?? found.content[0]!.start;
      sentences = [lastStartingAt(layers.sentences, at)];
    }
    process.stdout.write(`${explain(article, layers, sentences).join('\n')}\n`);
  }
  return 0;
}
