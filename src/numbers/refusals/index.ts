/** Digits and number words that are no quantities: the rules in the order in which they are asked, cheap ones first. */
import type { Span } from '../../document.ts';
import type { Quantity } from '../figure.ts';
import { addresses } from './addresses.ts';
import { calendar } from './calendar.ts';
import { identifiers } from './identifiers.ts';
import { numbered } from './labels.ts';
import { names } from './names.ts';
import type { Refusal } from './refusal.ts';
import { adverbs, compounds, empty, listMarkers, pronouns } from './words.ts';

export const REFUSALS: readonly Refusal[] = [
  empty,
  compounds,
  pronouns,
  adverbs,
  listMarkers,
  identifiers,
  calendar,
  numbered,
  names,
  addresses,
];

/** The rule that refuses the quantity, or null. */
export function refusalOf(text: string, quantity: Quantity, sentence: Span): Refusal | null {
  return REFUSALS.find(({ refuses }) => refuses(text, quantity, sentence)) ?? null;
}
