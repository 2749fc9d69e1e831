/** Who speaks: one entry for all mentions of the same source, with its kind, the person behind it, and how that is known. */
import {
  type Article,
  type Attribution,
  byPosition,
  type HowKnown,
  type Source,
  type SourceCandidate,
  type SourceKind,
  type SourceMention,
  type Span,
  slice,
  spanKey,
} from '../document.ts';
import { kindOfWords, knownName } from '../source-kinds/index.ts';
import { authorOf } from './author.ts';
import type { Anaphor } from './coreference/anaphor.ts';
import { chooserOf } from './coreference/choose.ts';
import { isShortForm } from './coreference/classes.ts';
import { shippedWeights } from './coreference/factors.ts';
import type { Referent } from './coreference/referent.ts';
import { kindOfPart } from './kind.ts';
import { kindFeatures, kindWeights, likeliestKind, possibleKinds, type Use } from './kind-model.ts';
import { introducedName } from './proper.ts';
import { type Resolution, type ResolverLayers, resolveSources } from './resolve.ts';

/** Words that mean somebody else each time, unless something before explains them. */
const NOBODY_IN_PARTICULAR = /^(?:you|this|one|ones|another|others?|some|many|most|few|both|all|each|those|these)$/iu;
/**
 * The least probability of a person or body that a pronoun or a role is given: below it the source stays open. Chosen by
 * `npm run train -- coreference`, on five folds of whole articles.
 */
const LEAST = { pronoun: 0.4, role: 0.5, body: 0.4, introduced: 0.7 } as const;
/**
 * The least probability that a description ("the Florida senator") means nobody whom the text names: of the less certain ones
 * in the annotated texts two of three mean somebody.
 */
const LEAST_OWN = 0.7;
/** Candidates of an open source less likely than this are not named, nor more than three. */
const MIN_NAMED = 0.05;
const MAX_NAMED = 3;
/** The ways in which a mention is known, the surest first; an entry has that of its surest mention. */
const SUREST: readonly HowKnown[] = ['name', 'alias', 'form', 'role', 'pronoun'];

interface Entry {
  readonly referent: Referent;
  readonly source: Omit<Source, 'kind' | 'mentions' | 'how' | 'quotations'>;
  kind: SourceKind;
  readonly mentions: SourceMention[];
  readonly quotations: Span[];
  /** True once the kind model has been asked. */
  kinded: boolean;
}

/** The trained models of the stage. */
export interface SourceModels {
  /** The weights of `coreference/`. */
  readonly coreference?: Float64Array;
  /** The table of `kind-model.ts`. */
  readonly kinds?: Int8Array;
}

/**
 * Groups the sources of attributions into one entry for each speaker; a source that cannot be resolved has an entry of
 * its own.
 *
 * @param models other than the shipped ones: cross-validation reads an article with models that have not seen it
 */
export function findSources(article: Article, layers: ResolverLayers, models: SourceModels = {}): readonly Source[] {
  const { coreference = shippedWeights(), kinds = kindWeights() } = models;
  const entries = new Map<Referent, Entry>();
  const uses = usesOf(layers.attributions);
  const all: Entry[] = [];
  const readKind = (entry: Entry, span: Span, use: Use): void => {
    const { kind: told } = entry.referent;
    const slots = kindFeatures(article, layers, span, told, use);
    const kind = likeliestKind(slots, kinds, possibleKinds(article, layers, span, told));
    entry.kind = kind;
    entry.kinded = true;
  };
  for (const resolution of resolveSources(article, layers, chooserOf(coreference))) {
    const { span, referent, sure } = resolution;
    if (resolution.silent) {
      entries.get(referent)?.quotations.push(span);
      continue;
    }
    const open = isOpen(article, resolution);
    const known = open ? undefined : entries.get(referent);
    const entry = known ?? {
      referent,
      source: open ? openSource(article, resolution) : closedSource(referent),
      kind: open ? openKind(resolution) : referent.kind,
      mentions: [],
      quotations: [],
      kinded: open || referent.person !== null,
    };
    if (known === undefined) {
      all.push(entry);
      if (!open) entries.set(referent, entry);
    }
    const how = howOf(article, resolution);
    if (!entry.kinded && how !== 'pronoun' && how !== 'role' && !isSettled(article, layers, resolution)) {
      // The first words that name it tell what it is; before them it was only taken up.
      readKind(entry, span, uses.get(spanKey(span))!);
    }
    entry.mentions.push({ start: span.start, end: span.end, how, sure });
  }
  for (const entry of all) {
    const { referent, kinded, mentions } = entry;
    // Of one that no source names, the first words that do.
    if (!kinded && referent.named && entry.mentions.every(({ how }) => how === 'pronoun' || how === 'role'))
      readKind(entry, referent.named, uses.get(spanKey(mentions[0]!))!);
  }
  for (const entry of all) {
    if (entry.kind === 'organization' && entry.source.resolved) entry.kind = kindOfNouns(entry.referent) ?? entry.kind;
  }
  const author = all.some(({ source }) => source.role === 'author') ? authorOf(article, layers) : null;
  return all.map((entry) => finished(entry, author));
}

/** @param author who wrote the article, where it tells */
function finished(entry: Entry, author: ReturnType<typeof authorOf>): Source {
  const { source, kind, mentions, quotations } = entry;
  const { candidates, role } = source;
  const written = role === 'author' ? author : null;
  // Field by field: what is spread is copied slowly.
  return {
    name: (written ?? source).name,
    kind,
    person: (written ?? source).person,
    resolved: source.resolved || written !== null,
    candidates,
    role,
    how: surestOf(mentions),
    mentions: mentions.sort(byPosition),
    quotations,
  };
}

/** The surest way in which an entry is known. */
function surestOf(mentions: readonly SourceMention[]): HowKnown {
  let surest = SUREST.length - 1;
  for (const { how } of mentions) surest = Math.min(surest, SUREST.indexOf(how));
  return SUREST[surest]!;
}

/** What the nouns tell by which a body is called: "the newspaper", "the ministry"; null where none tells more than its name. */
function kindOfNouns({ nouns, person }: Referent): SourceKind | null {
  if (person !== null) return null;
  for (const noun of nouns) {
    const kind = kindOfWords(noun);
    if (kind === 'media') return kind;
  }
  return null;
}

/** The cue of each source and whether it passes on what others say, by `spanKey`; of several uses the first. */
function usesOf(attributions: readonly Attribution[]): Map<number, Use> {
  const uses = new Map<number, Use>();
  for (const { links } of attributions) {
    for (const [index, { source, lemma }] of links.entries()) {
      if (source && !uses.has(spanKey(source))) uses.set(spanKey(source), { lemma: lemma ?? '', passesOn: index > 0 });
    }
  }
  return uses;
}

/** Whether the kind is beyond doubt: of a name in the lexicon, of one that a common noun introduces, of somebody unnamed, of several. */
function isSettled(article: Article, layers: ResolverLayers, { span, referent }: Resolution): boolean {
  const { name, kind, type } = referent;
  if (kindOfPart(slice(article, span)) !== null) return true;
  if (kind === 'anonymous' || type === 'joined' || knownName(name) || knownName(slice(article, span))) return true;
  return kind === 'organization' && introducedName(article, layers, span) !== null;
}

function closedSource({ name, person }: Referent): Entry['source'] {
  return { name, person, resolved: true, candidates: [], role: null };
}

/** The kind of a source that stays unresolved: a pronoun or role that may mean a person is one. */
function openKind({ referent: { kind, person }, own, anaphor }: Resolution): SourceKind {
  return own || anaphor?.kind === 'he' || person === null ? kind : 'person';
}

function openSource(article: Article, resolution: Resolution): Entry['source'] {
  const { span, candidates, author } = resolution;
  const named = candidates
    .filter(({ share }) => share >= MIN_NAMED)
    .slice(0, MAX_NAMED)
    .map(({ referent: { name, person }, share }): SourceCandidate => ({ name, person, probability: share }));
  return {
    name: slice(article, span),
    person: null,
    resolved: false,
    candidates: named,
    role: author ? 'author' : null,
  };
}

/** Whether a source stays unresolved: a pronoun or a bare role without a candidate that is likely enough. */
function isOpen(article: Article, { span, referent, anaphor, sure, own }: Resolution): boolean {
  if (anaphor === null) return referent.type === 'nobody' || NOBODY_IN_PARTICULAR.test(slice(article, span));
  if (anaphor.noun === null) return own || sure < LEAST.pronoun;
  if (!own) return sure < leastOf(anaphor);
  return leavesOpen(anaphor) || (isDescription(anaphor) && sure < LEAST_OWN);
}

const leastOf = ({ kind }: Anaphor): number =>
  kind === 'body' ? LEAST.body : kind === 'introduced' ? LEAST.introduced : LEAST.role;

/** "The 45-year-old driver", "the Republican senator": a description of one person by more than a noun. */
const isDescription = ({ kind, determiner, bare }: Anaphor): boolean =>
  kind === 'person' && determiner === 'the' && !bare;

/** Whether a role or a short form without an antecedent names nobody: "the minister", "the company". */
function leavesOpen({ bare, kind, determiner, noun }: Anaphor): boolean {
  if (!bare || determiner === 'own') return false;
  return kind === 'person' || (kind === 'body' && determiner !== 'none' && isShortForm(noun!));
}

function howOf(article: Article, { span, referent: { name }, anaphor, own, first }: Resolution): HowKnown {
  if (first || (anaphor !== null && anaphor.noun === null)) return 'pronoun';
  const text = slice(article, span);
  if (anaphor !== null && (!own || leavesOpen(anaphor))) return 'role';
  if (NOBODY_IN_PARTICULAR.test(text)) return 'pronoun';
  const [mine, full] = [text.toLowerCase(), name.toLowerCase()];
  if (mine.includes(full)) return 'name';
  const words = new Set(full.split(/[^\p{L}\p{N}]+/u));
  return (mine.match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => words.has(word)) ? 'form' : 'alias';
}
