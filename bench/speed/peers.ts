/**
 * Peers of the pipeline, each as its users would call it, on the same texts. wink-nlp stands among the tools
 * (`npm run tools`), spaCy where the machine's python3 has it with its small English model; what is not there is left out.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { en } from 'chrono-node';
import type { Article } from '../../src/document.ts';

export interface Peer {
  readonly name: string;
  /** Returns something that hangs on all that was found. */
  readonly work: (article: Article) => unknown;
}

interface Compromise {
  json(): unknown;
  people(): { json(): unknown };
}

/** Its parts as CommonJS, where each stands alone: as modules the largest that is loaded takes the place of all. */
const [one, two, three] = ['one', 'two', 'three'].map(
  (part) => createRequire(import.meta.url)(`compromise/${part}`) as (text: string) => Compromise,
) as [(text: string) => Compromise, (text: string) => Compromise, (text: string) => Compromise];

/** The peer that ratios are given to. */
export const BASE = 'compromise/three, people';

/** @param project the checkout */
export function findPeers(project: string): Peer[] {
  return [
    { name: 'compromise/one', work: ({ text }) => one(text).json() },
    { name: 'compromise/two', work: ({ text }) => two(text).json() },
    {
      name: BASE,
      work({ text }) {
        const document = three(text);
        return [document.people().json(), document.json()];
      },
    },
    {
      name: 'chrono',
      work({ text, published }) {
        return en.parse(text, { instant: new Date(`${published.date ?? '2020-09-13'}T12:00:00Z`), timezone: 'UTC' });
      },
    },
    ...wink(project),
  ];
}

interface WinkDocument {
  tokens(): { out(as: unknown): unknown };
  entities(): { out(): unknown };
}

/** The package and its model. */
const WINK = ['wink-nlp', 'wink-eng-lite-web-model'] as const;

function wink(project: string): Peer[] {
  const require = createRequire(join(project, 'bench/tools/package.json'));
  try {
    const [makeNlp, model] = WINK.map((name) => require(name));
    const nlp: { readDoc(text: string): WinkDocument; its: { pos: unknown } } = makeNlp(model);
    const work = ({ text }: Article) => {
      const document = nlp.readDoc(text);
      return [document.tokens().out(nlp.its.pos), document.entities().out()];
    };
    return [{ name: 'wink-nlp, all pipes', work }];
  } catch {
    return [];
  }
}

const SPACY = `
import json, sys, time
import spacy
nlp = spacy.load('en_core_web_sm')
texts = json.load(sys.stdin)
least = None
for _ in range(3):
    started = time.process_time()
    for text in texts: nlp(text)
    took = time.process_time() - started
    least = took if least is None else min(least, took)
print(least)
`;

/** Seconds of processor time that spaCy's small English pipeline takes, warm, the least of three passes; null without it. */
export function timeSpacy(articles: readonly Article[]): number | null {
  const { status, stdout } = spawnSync('python3', ['-c', SPACY], {
    input: JSON.stringify(articles.map(({ text }) => text)),
    encoding: 'utf8',
    env: { ...process.env, OMP_NUM_THREADS: '1' },
  });
  return status === 0 ? Number(stdout) : null;
}
