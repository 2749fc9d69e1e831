/** The marks in the text: every mention and every part of every claim as a stretch with its role. */
import type { Span } from '../../document.ts';
import type { Output } from '../../output.ts';

const ROLES = ['content', 'own', 'source', 'cue', 'medium', 'person', 'date', 'number'] as const;
export type Role = (typeof ROLES)[number];
export const ROLE = Object.fromEntries(ROLES.map((role, index) => [role, index])) as Readonly<Record<Role, number>>;
/** The classes that stretches have in the page, in the order of `ROLE`. */
export const CLASSES = ['c', 'o', 's', 'q', 'm', 'p', 'd', 'n'] as const;

export interface Mark extends Span {
  /** Place in `CLASSES`. */
  readonly role: number;
  /** What the script of the page looks up: an id, for a claim followed by the part of it that this is. */
  readonly token: string;
  /** The id of this place; null unless it is the first place of what it marks. */
  readonly anchor: string | null;
  /** The number shown before it; null but where a piece of content begins. */
  readonly label: string | null;
}

/** @returns in no order; spans that hold nothing are left out */
export function findMarks({ people, dates, numbers, claims }: Output): Mark[] {
  const marks: Mark[] = [];
  const add = ({ start, end }: Span, role: Role, token: string, anchor: string | null, label: string | null = null) => {
    if (start < end) marks.push({ start, end, role: ROLE[role], token, anchor, label });
  };
  for (const { id, mentions } of people) {
    for (const [index, mention] of mentions.entries()) add(mention, 'person', id, index === 0 ? id : null);
  }
  for (const date of dates) add(date, 'date', date.id, date.id);
  for (const number of numbers) add(number, 'number', number.id, number.id);
  for (const { id, content, attribution, medium } of claims) {
    const role = attribution.length === 0 ? 'own' : 'content';
    for (const [index, piece] of content.entries()) add(piece, role, id, index === 0 ? id : null, id.slice(1));
    for (const { span, cue } of attribution) {
      if (span) add(span, 'source', `${id}s`, null);
      if (cue) add(cue, 'cue', `${id}q`, null);
    }
    if (medium) add(medium, 'medium', `${id}m`, null);
  }
  return marks;
}
