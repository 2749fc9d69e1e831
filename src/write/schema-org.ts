/**
 * schema.org as JSON-LD: the article with its claims, for search engines, knowledge graphs and checkers of facts. What
 * is quoted word for word is a Quotation, what is reported a Claim; schema.org has no terms for offsets.
 */
import type { Claim, CreativeWork, NewsArticle, Organization, Person, Quotation } from 'schema-dts';
import type { Output, OutputClaim } from '../output.ts';

type Said = Extract<Claim | Quotation, object>;
type Agent = Extract<Person | Organization, object>;

/** @returns JSON-LD with a schema.org `NewsArticle` and its claims and quotations */
export function writeSchemaOrg({ output }: { readonly output: Output }): string {
  const { article, claims } = output;
  const agents = agentsOf(output);
  const people = new Map(output.people.map(({ id, name }) => [id, name]));
  const id = article.url ?? '#article';
  const work: NewsArticle = {
    '@type': 'NewsArticle',
    '@id': id,
    ...(article.url === undefined ? {} : { url: article.url }),
    identifier: article.id,
    ...(article.title === null ? {} : { headline: article.title }),
    ...(article.published.date === null ? {} : { datePublished: article.published.date }),
    ...(article.language === null ? {} : { inLanguage: article.language }),
  };
  const graph = [work, ...claims.map((claim) => said(claim, { '@id': id }, agents, people))];
  return `${JSON.stringify({ '@context': 'https://schema.org', '@graph': graph })}\n`;
}

function said(
  claim: OutputClaim,
  article: { readonly '@id': string },
  agents: Agents,
  people: ReadonlyMap<string, string>,
): Said {
  const [first, ...passed] = claim.attribution.map(({ source }) => (source === null ? undefined : agents.get(source)));
  const agent = first && 'agent' in first ? first.agent : undefined;
  const based = [first && 'document' in first ? first.document : undefined, ...passed.map(reportOf)].filter(
    (work) => work !== undefined,
  );
  const mentions = claim.people.map((id): Person => ({ '@type': 'Person', name: people.get(id)! }));
  const common = {
    '@id': `#${claim.id}`,
    text: claim.content.map(({ text }) => text).join(' … '),
    ...(based.length > 0 ? { isBasedOn: based } : {}),
    ...(mentions.length > 0 ? { mentions } : {}),
  };
  if (claim.quotation === 'direct' || claim.quotation === 'mixed') {
    const speaker = agent ? { creator: agent, spokenByCharacter: agent } : {};
    return { '@type': 'Quotation', ...common, ...speaker, isPartOf: article };
  }
  return { '@type': 'Claim', ...common, ...standing(claim, agent), appearance: article };
}

/**
 * What is said of a claim whose source denies it or asks about it: schema.org has no term for that, so it is put into
 * words.
 */
function standing({ attribution: [link] }: OutputClaim, agent: Agent | undefined) {
  if (link && UNMADE.has(link.stance)) return { description: `${link.span?.text ?? 'Somebody'} ${link.stance} this` };
  return agent ? { creator: agent } : {};
}

const UNMADE: ReadonlySet<string> = new Set(['denies', 'declines', 'asks']);

/** A source as an agent who speaks, or as a document. */
type Origin = { readonly agent: Agent } | { readonly document: CreativeWork };
type Agents = ReadonlyMap<string, Origin>;

const TYPES = {
  'news-agency': 'NewsMediaOrganization',
  media: 'NewsMediaOrganization',
  government: 'GovernmentOrganization',
  organization: 'Organization',
  group: 'Organization',
} as const;

function agentsOf({ sources, people }: Output): Agents {
  const persons = new Map(people.map((person) => [person.id, person]));
  return new Map(
    sources.map(({ id, name, kind, person }): [string, Origin] => {
      if (kind === 'document') return [id, { document: { '@type': 'CreativeWork', name } }];
      if (kind === 'anonymous') return [id, { agent: { '@type': 'Person', description: name } }];
      if (kind !== 'person') return [id, { agent: { '@type': TYPES[kind], name } }];
      const titles = (person === null ? undefined : persons.get(person))?.titles ?? [];
      return [id, { agent: { '@type': 'Person', name, ...(titles.length > 0 ? { jobTitle: titles } : {}) } }];
    }),
  );
}

/** The publication of a source that passes a claim on. */
function reportOf(source: Origin | undefined): CreativeWork | undefined {
  if (source === undefined) return undefined;
  return 'document' in source ? source.document : { '@type': 'CreativeWork', creator: source.agent };
}
