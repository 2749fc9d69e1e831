/** Why a worker wrote nothing, as an error of HTTP. */
import { Problem } from './problem.ts';
import type { Answer, Refused } from './task.ts';

/** A request may hold a hundred articles that cannot be read: so many are named. */
const NAMED = 20;

/**
 * @param corroborate true where the articles were to be compared with one another
 * @returns the problem that a client is told of where a worker's answer holds no content
 */
export function refusal(answer: Exclude<Answer, { readonly content: unknown }>, corroborate = false): Problem {
  if ('tooMany' in answer) {
    const advised = corroborate
      ? 'accordingto corroborate, on the command line, takes any number'
      : 'send them to /v1/extract/stream, one a line';
    const detail = `There are more than ${answer.tooMany} articles in one request; ${advised}.`;
    const actual = answer.tooMany + 1;
    return new Problem('too-many-articles', detail, { limit: answer.tooMany, actual, unit: 'articles' });
  }
  if ('several' in answer) {
    const detail = `${answer.several} holds one article, and there are several; ask for application/x-ndjson, or text/csv.`;
    return new Problem('not-acceptable', detail);
  }
  if ('noClaim' in answer) {
    return new Problem('no-such-claim', `There is no claim ${answer.noClaim}; /v1/extract lists them.`);
  }
  if ('noCharset' in answer) {
    return new Problem('unsupported-type', `The charset ${answer.noCharset} is not known; send UTF-8.`);
  }
  const { refused, articles } = answer;
  const [first] = refused;
  if (articles === 1) return single(first!);
  const named = refused.slice(0, NAMED).map(({ place, why }) => ({ place, detail: why.reason }));
  const advised = corroborate ? 'send the others alone' : '/v1/extract/stream gives the others';
  const detail = `${refused.length} of ${articles} articles cannot be read; ${advised}.`;
  return new Problem(single(first!).problem, detail, { articles: named });
}

function single({ why }: Refused): Problem {
  const detail = `The article ${advice(why.reason)}.`;
  if (why.status === 'skipped') {
    if (why.language === undefined) return new Problem('unreadable', detail);
    return new Problem('other-language', detail, { language: why.language });
  }
  if (why.size) return new Problem('too-large', detail, { ...why.size, unit: 'bytes' });
  if (why.stage === 'budget') return new Problem('too-much-work', detail);
  if (why.stage === 'fault') return new Problem('failed', detail);
  return new Problem('unreadable', detail);
}

/** What the command line advises, in the words of the service. */
function advice(reason: string): string {
  return reason
    .replace('--any-language reads it', '?anyLanguage=true reads it')
    .replace('--max-size allows more', 'the service takes more when it is started with a larger --max-size')
    .replace(/--from (\w+) reads/, '?from=$1 reads');
}
