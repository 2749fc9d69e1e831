/** Errors as RFC 9457 has them: `application/problem+json`, with the limit and the actual value where there are such. */
import { z } from 'zod';

/** What can go wrong: the status of HTTP and a title for each. The key is the fragment of the `type`. */
export const PROBLEMS = {
  'bad-request': [400, 'The request is not well formed'],
  'bad-parameter': [400, 'A parameter of the address is wrong'],
  forbidden: [403, 'Other origins may not call this service'],
  'not-found': [404, 'There is nothing at this address'],
  'method-not-allowed': [405, 'This address does not take this method'],
  'not-acceptable': [406, 'None of the formats that are asked for can be written'],
  'request-timeout': [408, 'The request did not arrive in time'],
  'too-large': [413, 'It is larger than it may be'],
  'too-many-articles': [413, 'There are more articles in it than one request may hold'],
  'unsupported-type': [415, 'This kind of content is not read'],
  'wrong-host': [421, 'This service is not called by this name'],
  unreadable: [422, 'The article cannot be read'],
  'other-language': [422, 'The article is not in English'],
  'too-much-work': [422, 'The article takes more steps than an article may take'],
  'no-such-claim': [422, 'The article has no such claim'],
  failed: [500, 'This is a bug of accordingto'],
  busy: [503, 'All workers have enough to do'],
  ending: [503, 'The service is ending'],
  'worker-stopped': [504, 'The worker took too long or too much memory, and was stopped'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

export type ProblemName = keyof typeof PROBLEMS;

/** The body of every answer that is an error. */
export const problemBody = z.strictObject({
  type: z.string().describe('An address under /docs that explains it: /docs#too-large.'),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string().describe('What is wrong with this request, and what to do.'),
  limit: z.number().optional().describe('What is allowed.'),
  actual: z.number().optional().describe('What was found; of what was not read to its end, as far as it was read.'),
  unit: z.enum(['bytes', 'articles', 'seconds', 'requests', 'milliseconds']).optional(),
  language: z.string().optional().describe('ISO 639-1, where the article is in another language.'),
  line: z.int().min(1).optional().describe('In a stream: the line of the request.'),
  articles: z
    .array(z.strictObject({ place: z.string(), detail: z.string() }))
    .optional()
    .describe('Where a request holds several articles: which of them cannot be read, and why.'),
});

type Body = z.infer<typeof problemBody>;
export type Details = Partial<Omit<Body, 'type' | 'title' | 'status' | 'detail'>>;

/** Thrown where a request is answered with an error. */
export class Problem extends Error {
  override name = 'Problem';
  readonly problem: ProblemName;
  readonly details: Details;
  /** Header fields that go with it. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(problem: ProblemName, detail: string, details: Details = {}, fields: Record<string, string> = {}) {
    super(detail);
    this.problem = problem;
    this.details = details;
    this.fields = fields;
  }

  get status(): number {
    return PROBLEMS[this.problem][0];
  }

  get body(): Body {
    const [status, title] = PROBLEMS[this.problem];
    return { type: `/docs#${this.problem}`, title, status, detail: this.message, ...this.details };
  }
}

/** @returns any error as one that can be sent: what nobody thought of is our fault, and says no more than that */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem('failed', 'The service failed; please report it with what the service said on standard error.');
}
