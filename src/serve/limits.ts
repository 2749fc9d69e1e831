/** What one request may take: said at `/v1/limits` and in the body of every error that is about one of them. */
import { z } from 'zod';

export const limits = z.strictObject({
  maxBodyBytes: z.int().describe('The body of a request, and one line of a stream.'),
  maxTextBytes: z.int().describe('The text of one article, in UTF-8.'),
  maxArticles: z.int().describe('Articles in one request; a stream may hold any number.'),
  timeoutSeconds: z.number().describe('An article that takes longer is stopped.'),
  maxMemoryBytes: z.int().describe('A worker that needs more is stopped.'),
  workers: z.int().describe('So many articles are under way at once.'),
  maxWaiting: z.int().describe('Requests that wait for a worker; one more is answered with 503.'),
  maxStreams: z.int().describe('Streams that are open at once; one more is answered with 503.'),
  bodySeconds: z.number().describe('A request must have arrived after so long; of a stream some more of it.'),
});

export type Limits = z.infer<typeof limits>;

/** Articles in one request: their results are held until all are done. */
export const MAX_ARTICLES = 100;
/** Streams open at once. */
export const MAX_STREAMS = 16;
/** Seconds for the head of a request, at most. */
export const HEAD_SECONDS = 10;
/** Milliseconds after which a client that takes nothing of its answer is left. */
export const SLOW_READER = 60_000;
