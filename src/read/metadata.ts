/** Reads what a page says about itself in meta tags, in JSON-LD and in time elements. */
import { dayIn, dayInAddress, dayWithin } from './day.ts';
import { scanMarkup, type Tag } from './markup.ts';
import { authorNames } from './page/authors.ts';
import { cleanTitle, siteLabels } from './page/title.ts';

export interface Metadata {
  /** Without the name of the site. */
  readonly title: string | null;
  /** The `title` element, which often has the name of the site behind it. */
  readonly windowTitle: string | null;
  /** `YYYY-MM-DD`, or null. */
  readonly published: string | null;
  readonly authors: readonly string[];
  readonly url: string | null;
  /** ISO 639-1, as the page declares it, or null. */
  readonly language: string | null;
  readonly descriptions: readonly string[];
  /** The text of the article in JSON-LD, or null. */
  readonly body: string | null;
}

/** Names of meta tags (name, property or itemprop), the surest first. */
const TITLES = ['og:title', 'twitter:title', 'dc.title', 'headline'];
const DATES = [
  'article:published_time',
  'datepublished',
  'article:published',
  'og:article:published_time',
  'rnews:datepublished',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'article_date_original',
  'pdate',
  'og:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.created',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'date',
  'datecreated',
];
const DESCRIPTIONS = ['og:description', 'description', 'twitter:description'];
const SITES = ['og:site_name', 'application-name', 'twitter:site', 'publisher'];
/** Class names and the like of elements whose text is a date. */
const DATED = /\b(?:date|datetime|dateline|timestamp|pubdate|published)\b/i;
const AUTHORS = ['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'byl'];

/** Types of schema.org that are one article. */
const ARTICLE = /(?:Article|BlogPosting|Report)$/;
const MAX_JSON_LENGTH = 1 << 20;

/** What was found where; times are those of `time` elements. */
interface Found {
  readonly meta: Map<string, string>;
  readonly json: Record<string, unknown>[];
  readonly times: { readonly day: string; readonly marked: boolean; readonly inside: boolean }[];
  /** Days in the text of elements whose class says that it is a date. */
  readonly dated: Set<string>;
  readonly headings: string[];
  title: string;
  canonical: string | null;
  language: string | null;
}

/**
 * @param address where the page was found, where that is known
 */
export function readMetadata(html: string, address: string | null = null): Metadata {
  const found = collect(html);
  const article = found.json.find((item) => [item['@type']].flat().some((type) => ARTICLE.test(String(type)))) ?? {};
  const { meta } = found;
  const tag = (names: readonly string[]) => names.map((name) => meta.get(name)).find((value) => value !== undefined);
  const url =
    [found.canonical, meta.get('og:url'), textOf(article.url)].find((link) => /^https?:\/\//i.test(link ?? '')) ?? null;
  const sites = [...SITES.map((name) => meta.get(name) ?? ''), ...siteLabels(url ?? address)];
  const title = textOf(article.headline) ?? tag(TITLES);
  const authors = authorsOf(article.author);
  return {
    title: title ? cleanTitle(title, found.headings, sites) : null,
    windowTitle: textOf(found.title) && cleanTitle(found.title, found.headings, sites),
    published: publishedIn(article, found, url ?? address),
    authors: authors.length > 0 ? authors : authorNames(tag(AUTHORS) ?? ''),
    url,
    language: found.language,
    descriptions: DESCRIPTIONS.map((name) => meta.get(name)).filter((text) => text !== undefined),
    body: textOf(article.articleBody),
  };
}

function publishedIn(
  article: Record<string, unknown>,
  { meta, times, dated }: Found,
  url: string | null,
): string | null {
  const written = [textOf(article.datePublished), textOf(article.dateCreated), ...DATES.map((name) => meta.get(name))];
  for (const text of written) {
    const day = text ? dayIn(text) : null;
    if (day !== null) return day;
  }
  const marked = times.find(({ marked }) => marked)?.day ?? (url === null ? null : dayInAddress(url));
  if (marked !== null) return marked;
  // Without a mark a page's times may be those of other articles; they decide where they agree.
  const inside = times.find(({ inside }) => inside);
  if (inside) return inside.day;
  const days = new Set(times.map(({ day }) => day));
  return onlyOne(days) ?? (days.size === 0 ? onlyOne(dated) : null);
}

const onlyOne = (days: ReadonlySet<string>): string | null => (days.size === 1 ? [...days][0]! : null);

function collect(html: string): Found {
  const found: Found = {
    ...{ meta: new Map(), json: [], times: [], dated: new Set(), headings: [] },
    ...{ title: '', canonical: null, language: null },
  };
  let into: 'title' | 'json' | 'heading' | 'date' | null = null;
  let until = '';
  let stamp: { readonly marked: boolean; readonly inside: boolean } | null = null;
  let pieces: string[] = [];
  const begin = (what: typeof into, name: string) => {
    into = what;
    until = name;
    pieces = [];
  };
  let articles = 0;
  scanMarkup(html, {
    open(tag, closed) {
      const { name, attributes } = tag;
      if (name === 'article' && !closed) articles += 1;
      if (name === 'html')
        found.language ??= /^[a-z]{2,3}\b/i.exec(attributes.get('lang') ?? '')?.[0].toLowerCase() ?? null;
      if (name === 'link' && attributes.get('rel') === 'canonical') found.canonical ??= attributes.get('href') ?? null;
      if (name === 'title' && found.title === '') begin('title', name);
      else if (name === 'script' && attributes.get('type')?.toLowerCase() === 'application/ld+json')
        begin('json', name);
      else if (name === 'h1' && !closed) begin('heading', name);
      else if (into === null && !closed && isDated(tag)) {
        begin('date', name);
        stamp = name === 'time' || isMarked(tag) ? { marked: isMarked(tag), inside: articles > 0 } : null;
      }
      readTag(tag, articles > 0, found);
    },
    close(name) {
      if (name === 'article') articles -= 1;
      if (into === null || name !== until) return;
      const text = pieces.join('');
      if (into === 'title') found.title = text;
      else if (into === 'json') found.json.push(...readJson(text));
      else if (into === 'heading') found.headings.push(text);
      else {
        const day = dayWithin(text);
        if (day !== null && stamp !== null) found.times.push({ day, ...stamp });
        else if (day !== null) found.dated.add(day);
      }
      begin(null, '');
    },
    text(text) {
      if (into !== null && (into !== 'date' || pieces.length < MAX_PIECES)) pieces.push(text);
    },
  });
  return found;
}

/** The text of a date comes in few pieces; an element with more is no date. */
const MAX_PIECES = 20;

const isMarked = ({ attributes }: Tag): boolean =>
  attributes.has('pubdate') || /\b(?:datepublished|published)\b/i.test(attributes.get('itemprop') ?? '');

/** True for an element whose text alone says a day. */
const isDated = (tag: Tag): boolean =>
  !tag.attributes.has('content') &&
  dayIn(tag.attributes.get('datetime') ?? '') === null &&
  (tag.name === 'time' || isMarked(tag) || DATED.test(tag.attributes.get('class') ?? ''));

function readTag({ name, attributes }: Tag, inside: boolean, { meta, times }: Found): void {
  const content = attributes.get('content') ?? (name === 'time' ? undefined : attributes.get('datetime'));
  if (content !== undefined && /\S/.test(content)) {
    const keys = ['property', 'name', 'itemprop'].map((name) => attributes.get(name)?.toLowerCase() ?? '');
    for (const key of keys.join(' ').split(/\s+/)) if (key !== '' && !meta.has(key)) meta.set(key, content);
  }
  if (name !== 'time') return;
  const day = dayIn(attributes.get('datetime') ?? '');
  if (day !== null) times.push({ day, marked: isMarked({ name, attributes }), inside });
}

/**
 * The objects of one block of JSON-LD: the object itself, those of its list, those of its graph. A broken block has
 * none.
 */
function readJson(text: string): Record<string, unknown>[] {
  if (text.length > MAX_JSON_LENGTH) return [];
  try {
    const roots = [JSON.parse(text)].flat();
    const graphs = roots.flatMap((root) => (root as Record<string, unknown> | null)?.['@graph'] ?? []);
    return [...roots, ...graphs].filter((item) => typeof item === 'object' && item !== null);
  } catch {
    return [];
  }
}

function authorsOf(value: unknown): string[] {
  return [value]
    .flat()
    .map((author) => textOf(author) ?? textOf((author as Record<string, unknown> | null | undefined)?.name))
    .flatMap((name) => (name === null ? [] : authorNames(name)));
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && /\S/.test(value) ? value : null);
