/** What the page of a run knows: the claims of all its articles in a form that a browser reads fast. */
import type { Corroboration } from '../corroborate/index.ts';
import type { Output, OutputClaim } from '../output.ts';
import { voiceOf } from '../write/html/words.ts';
import { type Interval, intervalOf } from './interval.ts';

/** Numbers in these tuples are places in the lists of `RunData`. */
export type ArticleRow = readonly [title: string, href: string, published: string | null, outlet: number];
/** Named 1: by name; 0: not; -1: a pronoun or a role that stayed open. */
export type SourceRow = readonly [name: string, kind: string, named: 0 | 1 | -1];
export type LinkRow = readonly [source: number, stance: string, cue: string];
export type ClaimRow = readonly [
  article: number,
  id: string,
  text: string,
  quotation: OutputClaim['quotation'],
  links: readonly LinkRow[],
  people: readonly number[],
  dates: readonly Interval[],
  flags: string,
  confidence: number,
];

/** All that the page's script gets. */
export interface RunData {
  readonly articles: readonly ArticleRow[];
  readonly outlets: readonly string[];
  readonly sources: readonly SourceRow[];
  readonly people: readonly string[];
  readonly claims: readonly ClaimRow[];
}

/** Figures that voices in one article give for one thing. */
export interface Comparison {
  readonly article: number;
  readonly about: string;
  readonly relation: string;
  readonly figures: readonly { readonly id: string; readonly text: string; readonly voice: string | null }[];
}

/** Problems of one kind. */
interface ProblemGroup {
  readonly message: string;
  count: number;
  readonly articles: Set<number>;
}

/** The source of a link where nobody is named. */
export const NOBODY = -1;

export class Run {
  readonly data = {
    articles: [] as ArticleRow[],
    outlets: [] as string[],
    sources: [] as SourceRow[],
    people: [] as string[],
    claims: [] as ClaimRow[],
  } satisfies RunData;
  readonly comparisons: Comparison[] = [];
  readonly problems = new Map<string, ProblemGroup>();
  readonly #places = {
    outlets: new Map<string, number>(),
    sources: new Map<string, number>(),
    people: new Map<string, number>(),
  };

  /** The sources of articles that share a row. */
  readonly #meant = new Map<string, { readonly place: number; readonly article: string; readonly source: string }>();

  /**
   * Sources that are one person or body become one row, under its name.
   *
   * @param entries of the register
   * @param registerOf the id of a source of an article
   */
  register(entries: Corroboration['register'], registerOf: Corroboration['registerOf']): void {
    const { data } = this;
    const byId = new Map(entries.map((entry) => [entry.register, entry]));
    const first = new Map<string, number>();
    const moved = new Map<number, number>();
    for (const { place: at, article, source } of this.#meant.values()) {
      const id = moved.has(at) || data.sources[at]![2] < 1 ? null : registerOf(article, source);
      const entry = id === null ? undefined : byId.get(id);
      if (!entry) continue;
      const to = first.get(entry.register) ?? at;
      first.set(entry.register, to);
      moved.set(at, to);
      if (to === at) data.sources[at] = [entry.name, entry.kind, 1];
    }
    data.claims = data.claims.map(([article, id, text, quotation, links, ...rest]) => {
      const named = links.map(([source, ...more]) => [moved.get(source) ?? source, ...more] as const);
      return [article, id, text, quotation, named, ...rest];
    });
  }

  /** @param href where the article's page is, from the page of the run */
  add(output: Output, href: string): void {
    const { data } = this;
    const article = data.articles.length;
    const { id, published } = output.article;
    data.articles.push([titleOf(output), href, published.date, this.#outlet(outletOf(output.article))]);
    const sources = new Map(output.sources.map((source) => [source.id, source]));
    const people = new Map(output.people.map((person) => [person.id, this.#person(person.name)]));
    const dates = new Map(output.dates.map((date) => [date.id, date]));
    const sourceOf = (link: OutputClaim['attribution'][number]): number => {
      const known = link.source === null ? undefined : sources.get(link.source);
      if (!known) return NOBODY;
      const place = this.#source(voiceOf(link, sources), known.kind, known.resolved ? (isNamed(known) ? 1 : 0) : -1);
      this.#meant.set(`${place} ${id} ${known.id}`, { place, article: id, source: known.id });
      return place;
    };
    for (const claim of output.claims) {
      data.claims.push([
        article,
        claim.id,
        claim.content.map(({ text }) => text.replace(/\s+/g, ' ')).join(' … '),
        claim.quotation,
        claim.attribution.map(
          (link) => [sourceOf(link), link.stance, (link.cue?.text ?? '').replace(/\s+/g, ' ')] as const,
        ),
        claim.people.map((person) => people.get(person)).filter((place) => place !== undefined),
        claim.dates.map((date) => intervalOf(dates.get(date)?.value ?? '')).filter((interval) => interval !== null),
        (claim.negated ? 'n' : '') + (claim.hedged ? 'h' : ''),
        claim.confidence,
      ]);
    }
    this.#compare(output, article);
    for (const { code, message } of output.problems) {
      const group = this.problems.get(code) ?? { message, count: 0, articles: new Set() };
      group.count += 1;
      group.articles.add(article);
      this.problems.set(code, group);
    }
  }

  #compare({ comparisons, numbers, sources }: Output, article: number): void {
    const texts = new Map(numbers.map(({ id, text }) => [id, text]));
    const names = new Map(sources.map(({ id, name }) => [id, name]));
    for (const { numbers: ids, sources: voices, about, relation } of comparisons) {
      const figures = ids.map((id, index) => ({
        id,
        text: texts.get(id) ?? id,
        voice: voices[index] == null ? null : (names.get(voices[index]) ?? null),
      }));
      this.comparisons.push({ article, about, relation, figures });
    }
  }

  #outlet(name: string): number {
    return place(this.#places.outlets, this.data.outlets, name, name);
  }

  #person(name: string): number {
    return place(this.#places.people, this.data.people, name, name);
  }

  #source(name: string, kind: string, named: SourceRow[2]): number {
    const key = `${named < 0 ? '? ' : ''}${kind} ${name.toLowerCase()}`;
    return place(this.#places.sources, this.data.sources, key, [name, kind, named]);
  }
}

function place<Row>(places: Map<string, number>, rows: Row[], key: string, row: Row): number {
  const known = places.get(key);
  if (known !== undefined) return known;
  places.set(key, rows.length);
  return rows.push(row) - 1;
}

/** Its title, or the heading that it begins with; files are named after neither. */
function titleOf({ article, sentences }: Output): string {
  const [first] = sentences;
  return (article.title ?? (first?.kind === 'heading' ? first.text.replace(/\s+/g, ' ').trim() : '')) || article.id;
}

/** A person by name, or a body or paper that can be held to it; groups and what "an official" says are not. */
function isNamed({ kind, person }: Output['sources'][number]): boolean {
  return person !== null || !['person', 'anonymous', 'group'].includes(kind);
}

/** The site an article came from; without an address the folder or the file of records that held it. */
function outletOf({ url, id, source }: Output['article']): string {
  if (url !== undefined && URL.canParse(url)) return new URL(url).hostname.replace(/^www\./, '');
  if (/\.(?:jsonl|ndjson)(?:\.gz)?$/.test(source)) return source;
  const folder = id.lastIndexOf('/');
  return folder > 0 ? id.slice(0, id.indexOf('/')) : '';
}
