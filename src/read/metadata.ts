/** What a page says about itself: in meta tags, in JSON-LD, in time elements. */
import { dayIn } from './day.ts';
import { scanMarkup, type Tag } from './markup.ts';

export interface Metadata {
  readonly title: string | null;
  /** The `title` element, which often has the name of the site behind it. */
  readonly windowTitle: string | null;
  /** `YYYY-MM-DD`, or null. */
  readonly published: string | null;
  readonly authors: readonly string[];
  readonly url: string | null;
  /** ISO 639-1, as the page declares it, or null. */
  readonly language: string | null;
}

/** Names of meta tags (name, property or itemprop), the surest first. */
const TITLES = ['og:title', 'twitter:title', 'dc.title', 'headline'];
const DATES = [
  'article:published_time',
  'datepublished',
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
];
const AUTHORS = ['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'byl'];

/** Types of schema.org that are one article. */
const ARTICLE = /(?:Article|BlogPosting|Report)$/;
const LONGEST_JSON = 1 << 20;

/** What was found where; times are those of `time` elements. */
interface Found {
  readonly meta: Map<string, string>;
  readonly json: Record<string, unknown>[];
  readonly times: { readonly day: string; readonly marked: boolean; readonly inside: boolean }[];
  title: string;
  canonical: string | null;
  language: string | null;
}

export function readMetadata(html: string): Metadata {
  const found = collect(html);
  const article = found.json.find((item) => [item['@type']].flat().some((type) => ARTICLE.test(String(type)))) ?? {};
  const { meta } = found;
  const tag = (names: readonly string[]) => names.map((name) => meta.get(name)).find((value) => value !== undefined);
  const title = textOf(article.headline) ?? tag(TITLES);
  const authors = authorsOf(article.author);
  const named = tag(AUTHORS);
  const url = [found.canonical, meta.get('og:url'), textOf(article.url)].find((link) =>
    /^https?:\/\//i.test(link ?? ''),
  );
  return {
    title: title ? spaced(title) : null,
    windowTitle: textOf(found.title) && spaced(found.title),
    published: publishedIn(article, found),
    authors: authors.length > 0 ? authors : named && !/^https?:/i.test(named) ? [withoutBy(named)] : [],
    url: url ?? null,
    language: found.language,
  };
}

/** A byline without its "By". */
export function withoutBy(text: string): string {
  return spaced(text).replace(/^by:? /i, '');
}

function publishedIn(article: Record<string, unknown>, { meta, times }: Found): string | null {
  const written = [textOf(article.datePublished), textOf(article.dateCreated), ...DATES.map((name) => meta.get(name))];
  for (const text of written) {
    const day = text ? dayIn(text) : null;
    if (day !== null) return day;
  }
  const marked = times.find(({ marked }) => marked) ?? times.find(({ inside }) => inside);
  if (marked) return marked.day;
  // Without a mark a page's times may be those of other articles; they decide where they agree.
  const days = new Set(times.map(({ day }) => day));
  return days.size === 1 ? [...days][0]! : null;
}

function collect(html: string): Found {
  const found: Found = { meta: new Map(), json: [], times: [], title: '', canonical: null, language: null };
  let into: 'title' | 'json' | null = null;
  let pieces: string[] = [];
  let articles = 0;
  scanMarkup(html, {
    open(tag, closed) {
      const { name, attributes } = tag;
      if (name === 'article' && !closed) articles += 1;
      if (name === 'html')
        found.language ??= /^[a-z]{2,3}\b/i.exec(attributes.get('lang') ?? '')?.[0].toLowerCase() ?? null;
      if (name === 'link' && attributes.get('rel') === 'canonical') found.canonical ??= attributes.get('href') ?? null;
      if (name === 'title' && found.title === '') into = 'title';
      if (name === 'script' && attributes.get('type')?.toLowerCase() === 'application/ld+json') into = 'json';
      readTag(tag, articles > 0, found);
    },
    close(name) {
      if (name === 'article') articles -= 1;
      if (into === 'title' && name === 'title') found.title = pieces.join('');
      if (into === 'json' && name === 'script') found.json.push(...readJson(pieces.join('')));
      if (into !== null && (name === 'title' || name === 'script')) into = null;
      if (into === null) pieces = [];
    },
    text(text) {
      if (into !== null) pieces.push(text);
    },
  });
  return found;
}

function readTag({ name, attributes }: Tag, inside: boolean, { meta, times }: Found): void {
  const content = attributes.get('content') ?? (name === 'time' ? undefined : attributes.get('datetime'));
  const key = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop');
  if (content !== undefined && key !== undefined && /\S/.test(content)) {
    if (!meta.has(key.toLowerCase())) meta.set(key.toLowerCase(), content);
  }
  if (name !== 'time') return;
  const day = dayIn(attributes.get('datetime') ?? '');
  const marked = attributes.has('pubdate') || /datepublished/i.test(attributes.get('itemprop') ?? '');
  if (day !== null) times.push({ day, marked, inside });
}

/** The objects of one block of JSON-LD: itself, its list, its graph. A broken block says nothing. */
function readJson(text: string): Record<string, unknown>[] {
  if (text.length > LONGEST_JSON) return [];
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
    .filter((name) => name !== null && !/^https?:/i.test(name))
    .map((name) => withoutBy(name!));
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && /\S/.test(value) ? value : null);

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
