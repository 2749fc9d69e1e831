/**
 * Two numbers that belong together: "15-22 mph", "$10 to $15 billion", "between 8 and 16 metres", "eight or nine
 * euros".
 *
 * Both ends remain numbers of their own, each with the value that is printed; what only one of them shows (unit, scale)
 * is shared, and both carry the interval from the lower to the higher as `min` and `max`. A movement ("rose from 4.8 to
 * 5.1 per cent") shares its unit in the same way but is no interval.
 */
import type { Quantity } from './figure.ts';
import { times } from './scales.ts';

const JOINTS = [
  String.raw`(?<to>[ \u00a0-]*to(?:[ -]|[ ](?:about|around|nearly|some|roughly|as many as|as much as|up to)[ ]))`,
  String.raw`(?<dash>[ \u00a0]?[-\u2010\u2011\u2012\u2013\u2014][ \u00a0]?)`,
  String.raw`(?<or>[ \u00a0-]*or[ \u00a0](?:even[ ])?)`,
  String.raw`(?<and>[ \u00a0-]*and[ \u00a0](?:about[ ])?)`,
  String.raw`(?<slash>\/)`,
  String.raw`(?<of>[ \u00a0](?:(?:out )?of (?:the|a|its|his|her|their) ))`,
];
/** All that may stand between the two ends of a range. */
const JOINT = new RegExp(`^(?:${JOINTS.join('|')})$`);
const BETWEEN = /\bbetween (?:about |around |roughly |some )?$/i;
const FROM = /\bfrom (?:about |around |roughly |some |nearly |over |a (?:high|low|record|peak) of )?$/i;
const MOVEMENTS = [
  String.raw`r[io]s(?:e[sn]?|ing)|rose|fell|fall(?:s|en|ing)?|gr[eo]w\w*|climb\w*|jump\w*|drop\w*|increas\w*|decreas\w*`,
  String.raw`declin\w*|slow\w*|plummet\w*|plung\w*|slid\w*|slip\w*|went|go(?:es|ing|ne)?|chang\w*|lower\w*|rais\w*|cut\w*`,
  String.raw`reduc\w*|expand\w*|surg\w*|soar\w*|shr[aiu]nk\w*|mov\w*|upgrad\w*|creep\w*|crept|swell\w*|doubl\w*|improv\w*`,
  String.raw`narrow\w*|eas\w*|tumbl\w*|accelerat\w*|up|down`,
].join('|');
const MOVES = new RegExp(String.raw`\b(?:${MOVEMENTS})\b[^.;]{0,140}$`, 'i');
/** How far back the words that make a range or a movement are looked for, in UTF-16 code units. */
const MAX_LOOK_BACK = 160;
/** Ends of one range of prices differ by less than this factor. */
const MAX_PRICE_FACTOR = 1e3;

/** Shares units and scales between neighbours and marks intervals. */
export function joinRanges(text: string, quantities: readonly Quantity[], from: number): Quantity[] {
  const joined = [...quantities];
  for (let index = joined.length - 1; index > 0; index -= 1) {
    const [first, second] = [joined[index - 1]!, joined[index]!];
    const gap = second.start - first.end;
    if (gap < 0 || gap > 20 || first.kind === 'ordinal' || second.kind === 'ordinal') continue;
    const joint = JOINT.exec(text.slice(first.end, second.start))?.groups;
    if (!joint) continue;
    const before = text.slice(Math.max(from, first.start - MAX_LOOK_BACK), first.start);
    if (joint.to !== undefined && (isLevel(first, second, before) || isYear(text, first, second))) continue;
    if (joint.and !== undefined && !BETWEEN.test(before)) continue;
    const shared = share(first, second);
    joined[index - 1] = shared;
    joined[index] = joint.to !== undefined || joint.dash !== undefined ? shareBack(shared, second) : second;
    if (joint.of !== undefined || !isInterval(joint, shared, joined[index]!, before)) continue;
    const [low, high] = [Math.min(shared.value!, second.value!), Math.max(shared.value!, second.value!)];
    joined[index - 1] = { ...shared, min: low, max: high, by: 'range' };
    joined[index] = { ...joined[index]!, min: low, max: high, by: 'range' };
  }
  return joined;
}

/** "20 mpg in 2008 to 29 mpg": a year before a smaller number is no end of a range. */
function isYear(text: string, { form, value, amount }: Quantity, second: Quantity): boolean {
  return form === 'bare' && /^(?:1[5-9]|20)\d\d$/.test(text.slice(amount.start, amount.end)) && value! > second.value!;
}

/** Verbs of a movement that is over, before the amount of the change. */
const CHANGES = [
  'rose|risen|rises|rise|fell|fallen|falls|fall|gained|gains|gain|lost|loses|lose|climbed|climbs|added|adds|dropped|drops',
  'jumped|jumps|advanced|slid|slipped|plunged|plunges|sank|slumped|plummeted|rebounded|skidded|edged up|edged down|higher',
  'lower|shed|surged|tumbled|soared|eased|declined|up|down|off',
].join('|');
const MOVED = new RegExp(String.raw`\b(?:${CHANGES})(?: by| another| about| nearly)*[ ]$`, 'i');

/** "rose $1.50 to $12.25": an amount of change and the level that it led to, each with its own unit or both without. */
function isLevel(first: Quantity, second: Quantity, before: string): boolean {
  return MOVED.test(before) && (first.unit === null) === (second.unit === null) && first.kind !== 'percent';
}

function isInterval(
  joint: Record<string, string | undefined>,
  first: Quantity,
  second: Quantity,
  before: string,
): boolean {
  if (first.value === null || second.value === null || first.unit !== second.unit || first.kind !== second.kind)
    return false;
  // "from zero to 60 mph" speeds up
  if (joint.to !== undefined && first.value === 0 && second.unit !== null && FROM.test(before)) return false;
  if (joint.to !== undefined && FROM.test(before)) return !MOVES.test(before) && first.value < second.value;
  return first.value < second.value;
}

/** Gives the first number the unit and the scale that only the second shows: "$10 to $15 billion", "8 and 16 metres". */
function share(first: Quantity, second: Quantity): Quantity {
  const priced = first.kind === 'money' && second.unit === null;
  if (first.unit !== null && first.unit !== second.unit && !second.unit?.startsWith(`${first.unit}/`) && !priced)
    return first;
  const scaled =
    first.scale === 1 &&
    second.scale >= 1e3 &&
    first.value !== null &&
    second.value !== null &&
    second.value > 0 &&
    first.value * second.scale < second.value &&
    first.value < 1000 &&
    (first.form !== 'words') === (second.form !== 'words');
  const value = scaled ? times(first.value!, second.scale) : first.value;
  const bounds = scaled ? { value, min: value, max: value, scale: second.scale } : {};
  return second.unit === null ? { ...first, ...bounds } : { ...first, ...bounds, unit: second.unit, kind: second.kind };
}

/** Gives the second number the unit that only the first shows: "$75 a barrel to $45", "aged 25 to 54". */
function shareBack(first: Quantity, second: Quantity): Quantity {
  if (first.kind === 'age' && second.kind === 'cardinal' && second.unit === null)
    return { ...second, kind: 'age', unit: first.unit };
  // "$5-10 billion"
  if (first.kind === 'money' && second.kind === 'cardinal' && second.unit === null && isDearer(first, second))
    return { ...second, kind: 'money', unit: first.unit };
  return second.unit !== null && first.unit?.startsWith(`${second.unit}/`) ? { ...second, unit: first.unit } : second;
}

function isDearer(first: Quantity, second: Quantity): boolean {
  return (
    first.value !== null &&
    second.value !== null &&
    first.value < second.value &&
    second.value / first.value < MAX_PRICE_FACTOR
  );
}
