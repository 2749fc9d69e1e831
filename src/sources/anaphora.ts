/** "It", "they", "the agency": a source that an earlier one explains. Persons are resolved by the layer `people`. */
import type { SourceKind, Span } from '../document.ts';
import type { Entry } from './index.ts';
import { headOf } from './kinds.ts';

const THINGS: ReadonlySet<SourceKind> = new Set(['news-agency', 'media', 'government', 'organization', 'document']);
/** Nouns that take up any source of these kinds: "the paper" after "Le Monde". */
const TAKES_UP: ReadonlyMap<string, readonly SourceKind[]> = new Map<string, SourceKind[]>(
  Object.entries({
    agency: ['news-agency', 'government'],
    newspaper: ['media'],
    paper: ['media', 'document'],
    papers: ['media'],
    newspapers: ['media'],
    magazine: ['media'],
    daily: ['media'],
    weekly: ['media'],
    broadcaster: ['media'],
    channel: ['media'],
    network: ['media'],
    outlet: ['media'],
    station: ['media'],
    radio: ['media'],
    television: ['media'],
    ministry: ['government'],
    company: ['organization'],
    firm: ['organization'],
    group: ['organization', 'group'],
    party: ['organization'],
    union: ['organization'],
    report: ['document'],
    study: ['document'],
    statement: ['document'],
  }),
);
/** The last word of a name that says what the thing is: only its own noun takes it up, and "the group". */
const SAYS_ITSELF =
  /\b(?:academy|association|bank|board|camp|campaign|centre|center|church|club|college|commission|committee|confederation|congress|council|court|federation|foundation|hospital|institute|league|movement|museum|nations|observatory|office|organi[sz]ation|party|school|society|team|trust|union|university|unions)$/iu;
const FIRM =
  /\b(?:AG|AS|ASA|BV|Co|Company|Corp|Corporation|GmbH|Group|Holdings?|Inc|Industries|Ltd|Limited|LLC|LLP|NV|plc|PLC|SA|SE|SpA)\.?$/u;
const FIRMS: ReadonlySet<string> = new Set(['company', 'firm', 'group']);
/** How far back a pronoun looks, in characters: a few sentences of news. */
const REACH = 1000;

/** What was said to speak so far, and when last. One pass over the text; every look-up takes constant time. */
export class Discourse {
  readonly #byKind = new Map<SourceKind, Entry>();
  readonly #byNoun = new Map<string, Entry>();
  readonly #firms = new Map<string, Entry>();
  #thing: Entry | null = null;
  #many: Entry | null = null;

  /** Notes that an entry was mentioned, in the order of the text. */
  note(entry: Entry): void {
    const { kind, name } = entry;
    this.#byKind.set(kind, entry);
    if (THINGS.has(kind)) this.#thing = entry;
    if (/^\p{L}{1,4}$/u.test(name) && kind === 'group') return;
    if (kind === 'group' || (kind !== 'person' && /s$/u.test(name))) this.#many = entry;
    if (entry.person !== null) return;
    const head = headOf(name);
    const nouns = head.toLowerCase().match(/[\p{L}-]+(?![\p{L}'’-])/gu) ?? [];
    for (const noun of kind === 'person' || kind === 'document' ? nouns.slice(-1) : nouns) {
      this.#byNoun.set(noun, entry);
    }
    if (kind !== 'organization' || SAYS_ITSELF.test(head)) return;
    for (const noun of FIRM.test(head) ? FIRMS : ['company', 'firm', 'group', 'party', 'union']) {
      this.#firms.set(noun, entry);
    }
  }

  /** The earlier source that a pronoun or a definite noun takes up, or null. */
  antecedent(text: string, { start }: Span): Entry | null {
    const lower = text.toLowerCase();
    const near = (entry: Entry | null) => (entry && start - entry.mentions.at(-1)!.end <= REACH ? entry : null);
    if (lower === 'it' || lower === 'its') return near(this.#thing);
    if (lower === 'they' || lower === 'their') return near(this.#many);
    const noun = /^[Tt]he ([\p{Ll}-]+)$/u.exec(text)?.[1];
    if (!noun) return null;
    const same = this.#byNoun.get(noun);
    if (same) return same;
    for (const kind of TAKES_UP.get(noun) ?? []) {
      const entry = kind === 'organization' ? this.#firms.get(noun) : this.#byKind.get(kind);
      if (entry) return entry;
    }
    return null;
  }
}
