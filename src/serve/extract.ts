/** `POST /v1/extract`, `/v1/corroborate` and `/v1/explain`: a request in, the bytes of the command line out. */
import type { z } from 'zod';
import type { WorkOptions } from '../batch/result.ts';
import type { FormatName } from '../write/formats.ts';
import { checkLength, readBody } from './body.ts';
import type { Call, Sent } from './call.ts';
import { MAX_ARTICLES } from './limits.ts';
import { contentOf, formatWanted, refuseForm, typeOf } from './media.ts';
import { corroborateParameters, explainParameters, extractParameters, inputNamed, parametersOf } from './parameters.ts';
import { refusal } from './refusal.ts';
import type { Answer, Task } from './task.ts';

/**
 * Answers `POST /v1/extract`.
 *
 * @throws Problem where the parameters or the body cannot be taken, or an article cannot be read
 */
export async function extract(call: Call): Promise<Sent> {
  const { name, from, format, ...asked } = parametersOf(extractParameters, call.query);
  const wanted = formatWanted(call.request, format ?? null);
  const answer = await ask(call, { name, from, asked, formats: wanted === null ? null : [wanted], explain: null });
  return { type: typeOf(answer.format), content: answer.content };
}

/**
 * Answers `POST /v1/corroborate`.
 *
 * @throws Problem as `extract` does
 */
export async function corroborate(call: Call): Promise<Sent> {
  const { name, from, ...asked } = parametersOf(corroborateParameters, call.query);
  formatWanted(call.request, null, ['json']);
  const answer = await ask(call, { name, from, asked, formats: ['ndjson'], explain: null, corroborate: true });
  return { type: typeOf('json'), content: answer.content };
}

/**
 * Answers `POST /v1/explain`.
 *
 * @throws Problem as `extract` does, and where there is no claim of the id asked for
 */
export async function explain(call: Call): Promise<Sent> {
  const { name, from, format, claim, ...asked } = parametersOf(explainParameters, call.query);
  const wanted = formatWanted(call.request, format ?? null, ['json', 'text']) ?? 'text';
  // As on the command line: who asks why wants to see it in any language.
  const options = { ...asked, anyLanguage: true };
  const explained = { claim: claim ?? null };
  const { content } = await ask(call, { name, from, asked: options, formats: ['text'], explain: explained });
  if (wanted === 'text') return { type: typeOf('text'), content };
  const lines = Buffer.from(content).toString('utf8').trimEnd().split('\n');
  return { type: typeOf('json'), content: `${JSON.stringify({ lines })}\n` };
}

/** Parameters that are options of the command line, under the same names. */
type Options = Partial<Pick<z.output<typeof extractParameters>, Shared>>;
type Shared = 'published' | 'minConfidence' | 'anyLanguage' | 'captions' | 'includeText' | 'statements';

interface Asked {
  readonly name: string | undefined;
  readonly from: NonNullable<WorkOptions['from']> | undefined;
  readonly asked: Options;
  readonly formats: readonly FormatName[] | null;
  readonly explain: Task['explain'];
  readonly corroborate?: boolean;
}

type Written = Extract<Answer, { readonly content: unknown }>;

async function ask(call: Call, { name, from, asked, formats, explain, corroborate = false }: Asked): Promise<Written> {
  const { request, response, service, signal } = call;
  const { limits, workers, metrics } = service;
  checkLength(request, limits.maxBodyBytes);
  const { format, charset } = contentOf(request, from ?? null);
  const input = inputNamed(name);
  const options = optionsOf(asked, limits.maxTextBytes, format ?? undefined, formats);
  const bytes = await readBody(request, response, limits);
  refuseForm(request, bytes);
  const task = { bytes, charset, input, options, explain, corroborate, most: MAX_ARTICLES };
  const answer = await workers.run(task, signal);
  if (!('content' in answer)) {
    if ('refused' in answer) metrics.articles('refused', answer.refused.length);
    throw refusal(answer, corroborate);
  }
  metrics.articles('done', answer.articles);
  metrics.claims(answer.claims);
  return answer;
}

/** What the worker is told, as the command line would tell it. */
export function optionsOf(
  asked: Options,
  maxTextBytes: number,
  from: WorkOptions['from'],
  formats: readonly FormatName[] | null,
): WorkOptions {
  const { includeText = false, ...rest } = asked;
  return { ...rest, includeText, maxTextBytes, from, formats, folder: false };
}
