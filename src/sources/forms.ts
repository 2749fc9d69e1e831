/** Full and short forms of one name: "National Customs Board (NCB)" and "NCB", "KinderCare Learning Centers" and "Kindercare". */
import type { SourceKind } from '../document.ts';
import { kindOfWords, knownName, MAX_NAME_LENGTH } from '../source-kinds/index.ts';
import type { Referent } from './coreference/referent.ts';

const NAMED: ReadonlySet<SourceKind> = new Set(['organization', 'government', 'media']);
const SMALL = new Set(['of', 'the', 'for', 'and', 'in', 'on', '&']);
const INITIALS = /^\p{Lu}{2,6}$/u;

/** The names met so far with their short forms; a form that two sources share means neither. */
export class Forms {
  readonly #entries = new Map<string, Referent | null>();
  readonly #full = new Map<string, Referent>();

  /**
   * Notes a new entry under its name and its short forms.
   *
   * @param given a short form that the text gives in brackets
   */
  note(entry: Referent, given?: string): void {
    if (!isProper(entry.name) || entry.person !== null) return;
    this.#full.set(entry.name.toLowerCase(), entry);
    if (!NAMED.has(entry.kind)) return;
    for (const form of [...(given ? [keyOf(given)] : []), ...formsOf(entry.name, entry.kind)]) {
      const other = this.#entries.get(form);
      this.#entries.set(form, other === undefined || other === entry ? entry : null);
    }
  }

  /** The entry of the same name that was taken for another kind, or null. */
  ofOtherKind(name: string, kind: SourceKind): Referent | null {
    const entry = this.#full.get(keyOf(name));
    if (!entry || !isProper(name) || entry.kind === kind) return null;
    return [kind, entry.kind].every((each) => each === 'person' || NAMED.has(each)) ? entry : null;
  }

  /** The entry that a name shortens, or null. */
  fuller(name: string, kind: SourceKind): Referent | null {
    const entry = this.#entries.get(keyOf(name)) ?? null;
    if (!entry || !isProper(name)) return null;
    return kind === entry.kind || (!knownName(name) && kind !== 'group' && kind !== 'document') ? entry : null;
  }

  /** The earlier entry whose name is a short form of this one, or null. */
  shorter(name: string, kind: SourceKind): Referent | null {
    if (!NAMED.has(kind) || !isProper(name)) return null;
    for (const form of formsOf(name, kind)) {
      const entry = this.#full.get(form);
      if (entry && (entry.kind === kind || !knownName(entry.name))) return entry;
    }
    return null;
  }
}

function keyOf(name: string): string {
  return name.toLowerCase();
}

function isProper(name: string): boolean {
  return /^[\p{Lu}\p{N}]/u.test(name);
}

/**
 * Initials of any name; the first words of an organisation's, the last words of any body's ("the Echo" for the Ashford
 * Echo), and what stands before "of" ("the Department").
 */
function formsOf(name: string, kind: SourceKind): string[] {
  if (name.length > MAX_NAME_LENGTH) return [];
  const forms: string[] = [];
  const words = name.split(/\s+/u);
  if (words.length < 2 || words.length > 8) return [];
  const initials = words
    .filter((word) => !SMALL.has(word))
    .map((word) => word[0])
    .join('');
  if (initials.length > 2 && INITIALS.test(initials)) forms.push(initials);
  const isForm = (part: readonly string[]): boolean =>
    part.every(isProper) && (knownName(part.join(' '))?.kind ?? kind) === kind;
  for (let cut = 1; cut < words.length; cut += 1) {
    const [front, back] = [words.slice(0, cut), words.slice(cut)];
    const small = SMALL.has(words[cut - 1]!) || SMALL.has(words[cut]!);
    if (!small && kind === 'organization' && isForm(front)) forms.push(front.join(' '));
    if (!small && isForm(back)) forms.push(back.join(' '));
    if (words[cut] === 'of' || words[cut] === 'for') {
      const last = words[cut - 1]!;
      if (isForm([last]) && kindOfWords(last.toLowerCase()) !== null) forms.push(last);
    }
  }
  return forms.map(keyOf);
}
