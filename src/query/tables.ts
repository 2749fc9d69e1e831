/**
 * The tables that `accordingto query` offers. This is their only definition: the help prints it, and the database makes
 * of it what a query asks for.
 *
 * Each column has an expression over rows of the contract's objects, and one over rows of claims that stand alone, for
 * folders that hold nothing else; null where these do not say it. The n of an id counts from 1 in the list it names.
 */

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly what: string;
  readonly document: string;
  readonly claim: string | null;
}

export interface Table {
  readonly name: string;
  readonly what: string;
  readonly columns: readonly Column[];
  /** The keys of the contract's object that are read. */
  readonly keys: readonly string[];
  /** Rows made of `documents`, and of `claims`; null: claims alone do not hold them. */
  readonly documents: string;
  readonly claims: string | null;
}

const column = (name: string, type: string, what: string, document: string, claim: string | null = null): Column => ({
  ...{ name, type, what, document, claim },
});
const item = (list: string, id: string): string => `${list}[CAST(substr(${id}, 2) AS INTEGER)]`;
const article = column('article', 'VARCHAR', 'id of the article', 'article.id', 'article');
const claimId = column('claim', 'VARCHAR', 'id of the claim in its article', 'c.id', 'claim');
const place = (of: string, claim: string | null = null): Column[] => [
  column('starts', 'BIGINT', 'UTF-16 offset', `${of}.start`, claim && `${claim}.start`),
  column('ends', 'BIGINT', 'offset after it', `${of}."end"`, claim && `${claim}."end"`),
];
const offsets = (of: string): string => `${of}.start || '-' || ${of}."end"`;
/** The first link of a claim, over objects and over claims alone; then the source of a link. */
const [SAID, TOLD] = ['c.attribution[1]', 'attribution[1]'];
const [SPEAKER, SOURCE] = [item('sources', `${SAID}.source`), item('sources', 'a.source')];
const personOf = (source: string): string => `${item('people', `${source}.person`)}.name`;
const itemsOf = (list: string, key: string): string => `[${item(list, 'x')}.${key} FOR x IN c.${list}]`;

export const TABLES: readonly Table[] = [
  {
    name: 'claims',
    what: 'one claim a row, with who said it',
    keys: ['article', 'people', 'sources', 'dates', 'numbers', 'claims'],
    documents: '(SELECT * EXCLUDE claims, UNNEST(claims) AS c FROM documents)',
    claims: 'claims',
    columns: [
      article,
      claimId,
      column('published', 'DATE', 'day of the article', 'article.published.date', 'published'),
      column('text', 'VARCHAR', 'what is claimed', `array_to_string([x.text FOR x IN c.content], ' … ')`, 'text'),
      column('source', 'VARCHAR', 'who said it', `${SPEAKER}.name`, `${TOLD}.source`),
      column('kind', 'VARCHAR', 'what the source is', `${SPEAKER}.kind`, `${TOLD}.kind`),
      column('person', 'VARCHAR', 'the person who speaks', personOf(SPEAKER), `${TOLD}.person`),
      column('resolved', 'BOOLEAN', 'false: who it is stays open', `${SPEAKER}.resolved`, `${TOLD}.resolved`),
      column('stance', 'VARCHAR', 'states, denies, warns …', `${SAID}.stance`, `${TOLD}.stance`),
      column('cue', 'VARCHAR', 'base form of the cue', `${SAID}.cue.lemma`, `${TOLD}.lemma`),
      column('links', 'BIGINT', 'length of the chain, 0: own voice', 'len(c.attribution)', 'len(attribution)'),
      column('quotation', 'VARCHAR', 'direct, mixed, indirect, none', 'c.quotation', 'quotation'),
      column('medium', 'VARCHAR', 'where it was said', 'c.medium.text', 'medium.text'),
      column('people', 'VARCHAR[]', 'names in it', itemsOf('people', 'name'), '[x.name FOR x IN people]'),
      column('dates', 'VARCHAR[]', 'TIMEX3 values in it', itemsOf('dates', 'value'), '[x.value FOR x IN dates]'),
      column(
        'numbers',
        'VARCHAR[]',
        'figures in it, as written',
        itemsOf('numbers', 'text'),
        '[x.text FOR x IN numbers]',
      ),
      column('negated', 'BOOLEAN', 'says that it is not so', 'c.negated', 'negated'),
      column('hedged', 'BOOLEAN', 'allegedly, may, might', 'c.hedged', 'hedged'),
      column('statement', 'BOOLEAN', 'said, written, reported, shown', 'c.statement', 'statement'),
      column('confidence', 'DOUBLE', '0 to 1', 'c.confidence', 'confidence'),
      column('construct', 'VARCHAR', 'what found it', 'c.by', '"by"'),
      column('starts', 'BIGINT', 'UTF-16 offset', 'c.content[1].start', 'start'),
      column('ends', 'BIGINT', 'offset after it', 'c.content[-1]."end"', '"end"'),
    ],
  },
  {
    name: 'links',
    what: 'one source of a claim a row: who said it, who passed it on',
    keys: ['article', 'people', 'sources', 'claims'],
    documents: `(SELECT article, people, sources, c, UNNEST(c.attribution) AS a, UNNEST(range(1, len(c.attribution) + 1)) AS link
      FROM (SELECT * EXCLUDE claims, UNNEST(claims) AS c FROM documents))`,
    claims: `(SELECT article, claim, UNNEST(attribution) AS a, UNNEST(range(1, len(attribution) + 1)) AS link FROM claims)`,
    columns: [
      article,
      claimId,
      column('link', 'BIGINT', '1 who said it, 2 … who passed it on', 'link', 'link'),
      column('source_id', 'VARCHAR', 'id in sources', 'a.source', 'a.source'),
      column('source', 'VARCHAR', 'its name', `${SOURCE}.name`, 'a.source'),
      column('kind', 'VARCHAR', 'what it is', `${SOURCE}.kind`, 'a.kind'),
      column('person', 'VARCHAR', 'the person who speaks', personOf(SOURCE), 'a.person'),
      column('resolved', 'BOOLEAN', 'false: who it is stays open', `${SOURCE}.resolved`, 'a.resolved'),
      column('stance', 'VARCHAR', 'states, denies, warns …', 'a.stance', 'a.stance'),
      column('cue', 'VARCHAR', 'base form of the cue', 'a.cue.lemma', 'a.lemma'),
      column('words', 'VARCHAR', 'the source as written', 'a.span.text', 'a.span.text'),
      ...place('a.span', 'a.span'),
    ],
  },
  {
    name: 'sources',
    what: 'one source of an article a row',
    keys: ['article', 'people', 'sources'],
    documents: '(SELECT article, people, UNNEST(sources) AS s FROM documents)',
    claims: `(SELECT article, a.source AS name, a.kind AS kind, a.person AS person, a.resolved AS resolved, count(*) AS mentions
      FROM (SELECT article, UNNEST(attribution) AS a FROM claims) WHERE a.source IS NOT NULL
      GROUP BY ALL ORDER BY ALL)`,
    columns: [
      article,
      column('source_id', 'VARCHAR', 'id in its article', 's.id', 'name'),
      column('source', 'VARCHAR', 'its name', 's.name', 'name'),
      column('kind', 'VARCHAR', 'person, news-agency, media, government …', 's.kind', 'kind'),
      column('person', 'VARCHAR', 'the person who speaks', `${item('people', 's.person')}.name`, 'person'),
      column('resolved', 'BOOLEAN', 'false: who it is stays open', 's.resolved', 'resolved'),
      column('mentions', 'BIGINT', 'how often it stands there', 'len(s.mentions)', 'mentions'),
    ],
  },
  {
    name: 'people',
    what: 'one person of an article a row',
    keys: ['article', 'people'],
    documents: '(SELECT article, UNNEST(people) AS p FROM documents)',
    claims: `(SELECT DISTINCT article, p FROM (SELECT article, UNNEST(people) AS p FROM claims) ORDER BY ALL)`,
    columns: [
      article,
      column('person_id', 'VARCHAR', 'id in its article', 'p.id', 'p.name'),
      column('person', 'VARCHAR', 'the name', 'p.name', 'p.name'),
      column('aliases', 'VARCHAR[]', 'other names', 'p.aliases', 'p.aliases'),
      column('titles', 'VARCHAR[]', 'as in President', 'p.titles', 'p.titles'),
      column('age', 'BIGINT', 'years', 'p.age', 'p.age'),
      column('mentions', 'BIGINT', 'names, pronouns, descriptions', 'len(p.mentions)'),
    ],
  },
  {
    name: 'dates',
    what: 'one date a row',
    keys: ['article', 'dates'],
    documents: '(SELECT article, UNNEST(dates) AS d FROM documents)',
    claims: `(SELECT DISTINCT article, d FROM (SELECT article, UNNEST(dates) AS d FROM claims) ORDER BY ALL)`,
    columns: [
      article,
      column('date_id', 'VARCHAR', 'id in its article', 'd.id', offsets('d')),
      column('text', 'VARCHAR', 'as written', 'd.text', 'd.text'),
      column('type', 'VARCHAR', 'DATE, TIME, DURATION, SET', 'd.type', 'd.type'),
      column('value', 'VARCHAR', 'TIMEX3', 'd.value', 'd.value'),
      column('basis', 'VARCHAR', 'stated, relative, year-inferred …', 'd.basis', 'd.basis'),
      ...place('d', 'd'),
    ],
  },
  {
    name: 'numbers',
    what: 'one figure a row',
    keys: ['article', 'numbers'],
    documents: '(SELECT article, UNNEST(numbers) AS n FROM documents)',
    claims: `(SELECT DISTINCT article, n FROM (SELECT article, UNNEST(numbers) AS n FROM claims) ORDER BY ALL)`,
    columns: [
      article,
      column('number_id', 'VARCHAR', 'id in its article', 'n.id', offsets('n')),
      column('text', 'VARCHAR', 'as written', 'n.text', 'n.text'),
      column('kind', 'VARCHAR', 'cardinal, money, percent …', 'n.kind', 'n.kind'),
      column('value', 'DOUBLE', 'null where it is a range', 'n.value', 'n.value'),
      column('min', 'DOUBLE', 'at least', 'n.min', 'n.min'),
      column('max', 'DOUBLE', 'at most', 'n.max', 'n.max'),
      column('modifier', 'VARCHAR', 'about, more-than …', 'n.modifier', 'n.modifier'),
      column('unit', 'VARCHAR', 'ISO 4217, SI', 'n.unit', 'n.unit'),
      column('counted', 'VARCHAR', 'what is counted', 'n.counted', 'n.counted'),
      ...place('n', 'n'),
    ],
  },
  ...(
    [
      ['people', 'person_id', 'p.name'],
      ['dates', 'date_id', offsets('p')],
      ['numbers', 'number_id', offsets('p')],
    ] as const
  ).map(
    ([list, id, alone]): Table => ({
      name: `claim_${list}`,
      what: `which ${list} stand in which claim`,
      keys: ['article', 'claims'],
      documents: `(SELECT article, c, UNNEST(c.${list}) AS p FROM (SELECT article, UNNEST(claims) AS c FROM documents))`,
      claims: `(SELECT article, claim, UNNEST(${list}) AS p FROM claims)`,
      columns: [article, claimId, column(id, 'VARCHAR', `id in ${list}`, 'p', alone)],
    }),
  ),
  {
    name: 'comparisons',
    what: 'figures for one thing from different voices, one figure a row',
    keys: ['article', 'comparisons'],
    documents: `(SELECT article, k, i, UNNEST(k.numbers) AS n, UNNEST(k.sources) AS s FROM
      (SELECT article, UNNEST(comparisons) AS k, UNNEST(range(1, len(comparisons) + 1)) AS i FROM documents))`,
    claims: null,
    columns: [
      article,
      column('comparison', 'BIGINT', 'counts in its article', 'i'),
      column('relation', 'VARCHAR', 'agree, disagree, overlap, related', 'k.relation'),
      column('about', 'VARCHAR', 'what is counted', 'k.about'),
      column('number_id', 'VARCHAR', 'id in numbers', 'n'),
      column('source_id', 'VARCHAR', 'id in sources, null: own voice', 's'),
    ],
  },
  {
    name: 'articles',
    what: 'one article a row',
    keys: ['article'],
    documents: 'documents',
    claims: '(SELECT DISTINCT article, published FROM claims ORDER BY ALL)',
    columns: [
      article,
      column('file', 'VARCHAR', 'the input', 'article.source'),
      column('title', 'VARCHAR', 'its title', 'article.title'),
      column('url', 'VARCHAR', 'where it appeared', 'article.url'),
      column('published', 'DATE', 'its day', 'article.published.date', 'published'),
      column('basis', 'VARCHAR', 'how the day is known', 'article.published.basis'),
      column('length', 'BIGINT', 'UTF-16 code units', 'article.length'),
      column('sha256', 'VARCHAR', 'of its text', 'article.sha256'),
    ],
  },
  {
    name: 'sentences',
    what: 'one sentence a row',
    keys: ['article', 'sentences'],
    documents: `(SELECT article, UNNEST(sentences) AS s, UNNEST(range(1, len(sentences) + 1)) AS i FROM documents)`,
    claims: null,
    columns: [
      article,
      column('sentence', 'BIGINT', 'counts in its article', 'i'),
      column('kind', 'VARCHAR', 'body, heading', 's.kind'),
      column('text', 'VARCHAR', 'as written', 's.text'),
      ...place('s'),
    ],
  },
  {
    name: 'problems',
    what: 'what was odd, one a row',
    keys: ['article', 'problems'],
    documents: '(SELECT article, UNNEST(problems) AS p FROM documents)',
    claims: null,
    columns: [
      article,
      column('stage', 'VARCHAR', 'where it was met', 'p.stage'),
      column('code', 'VARCHAR', 'what it is', 'p.code'),
      column('message', 'VARCHAR', 'the same in words', 'p.message'),
      ...place('p'),
    ],
  },
];
