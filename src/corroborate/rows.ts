/** What corroboration writes, one schema a kind of row; `accordingto schema` describes articles, these describe a folder. */
import { z } from 'zod';
import { output } from '../output.ts';
import { SCHEMA_VERSION } from '../schema-version.ts';

const { article, sources, claims } = output.shape;
const articleId = article.shape.id;
const day = article.shape.published.shape.date;
const offset = z.int().nonnegative();

/** Words of an article that prove something. */
const evidence = z.strictObject({ article: articleId, start: offset, end: offset, text: z.string() });

/** At least, at most. */
const interval = z.array(offset).length(2);

const member = z.strictObject({
  article: articleId,
  claim: claims.element.shape.id,
  start: offset,
  end: offset,
  text: z.string(),
  published: day,
  outlet: z.string().nullable().describe('Who published it, by its address or its dateline.'),
  score: z.number().min(0).max(1).describe('The mean probability that it and another member claim the same.'),
  role: z
    .enum(['origin', 'relay', 'copy', 'own'])
    .describe('origin: others have it from here; relay: it names who reported it; copy: its text is that of another.'),
  origins: z.array(z.string()).describe('Ids in `origins`; empty where another member of its article has them.'),
});

const origin = z.strictObject({
  id: z.string(),
  kind: z
    .enum(['named', 'unnamed', 'outside', 'voice'])
    .describe('outside: an outlet whose article is not in the folder; voice: an article that names nobody.'),
  name: z.string(),
  register: z.string().nullable(),
  certain: z.boolean().describe('False: it may be the same as another origin.'),
  evidence: z.array(evidence).min(1),
});

const edge = z.strictObject({
  from: z.string().describe('An id in `origins`, outlet:NAME or article:ID; what was said went from here …'),
  to: z.string().describe('… to here.'),
  kind: z.enum(['says', 'heard', 'reports', 'copied']),
  proof: z.enum(['first-reported', 'agency', 'credit', 'time', 'none', 'words']),
  evidence: z.array(evidence),
});

const contradiction = z.strictObject({
  kind: z.enum(['figures', 'updated', 'polarity', 'denied', 'altered-quotation', 'speakers-disagree']),
  first: evidence,
  second: evidence,
  about: z.string().describe('What is counted, which word is missing, who is named.'),
});

/** The same claim in several articles. */
export const clusterRow = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  cluster: z.string(),
  gist: z.string().describe('The shortest member that is a whole claim.'),
  articles: offset,
  from: day,
  to: day,
  members: z.array(member).min(2),
  speakers: interval.describe('From how many the claim comes: at least, at most. Independent is not true.'),
  hearings: interval.describe('How many heard, saw or read it at first hand: at least, at most.'),
  origins: z.array(origin).min(1),
  edges: z.array(edge),
  flags: z.array(z.enum(['single-origin', 'circular', 'no-origin', 'uncredited-copy', 'origin-outside'])),
  contradictions: z.array(contradiction),
});

/** Somebody or something that is named in the folder. */
export const registerRow = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  register: z.string(),
  name: z.string(),
  kind: sources.element.shape.kind,
  aliases: z.array(z.string()),
  owner: z.string().nullable(),
  ownId: z.string().nullable().describe('The id of the register that the user gave.'),
  articles: offset,
  claims: offset.describe('That come from it.'),
});

/** Two articles with text in common. */
export const copyRow = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  from: articleId,
  to: articleId,
  level: z.enum(['copy', 'partly']),
  directed: z.boolean().describe('False: nothing tells which was first.'),
  proof: z.enum(['first-reported', 'agency', 'credit', 'time', 'none']),
  contained: z.number().min(0).max(1).describe("The share of the shorter article's runs of six words in common."),
  longest: offset.describe('Words of the longest stretch in common.'),
  credited: z.boolean(),
});

export type ClusterRow = z.infer<typeof clusterRow>;
export type MemberRow = ClusterRow['members'][number];
export type OriginRow = ClusterRow['origins'][number];
export type EdgeRow = ClusterRow['edges'][number];
export type ContradictionRow = ClusterRow['contradictions'][number];
export type Evidence = z.infer<typeof evidence>;
export type RegisterRow = z.infer<typeof registerRow>;
export type CopyRow = z.infer<typeof copyRow>;
