/** What a reader of one JSON Schema's objects could not do with those of another. */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly unknown[];
}

/** The keywords that may grow; every other one stays as it is. */
const COMPARED = new Set(['properties', 'required', 'items', 'anyOf', 'enum']);

/**
 * @param before a schema
 * @param after a later one of the same thing
 * @returns each place where the later one does more than to add fields or listed values: `.claims[].by: type`
 */
export function breaksIn(before: object, after: object, at = ''): string[] {
  // The version itself is another one by its nature.
  if (at === '.schemaVersion') return [];
  const { properties = {}, required = [], items, anyOf, enum: values } = before as Node;
  const now = after as Node;
  const breaks = Object.entries(properties).flatMap(([key, node]) => {
    const same = now.properties?.[key];
    return same ? breaksIn(node, same, `${at}.${key}`) : [`${at}.${key} is gone`];
  });
  if (required.some((key) => !now.required?.includes(key))) breaks.push(`${at}: required`);
  if (items) breaks.push(...(now.items ? breaksIn(items, now.items, `${at}[]`) : [`${at}[] is gone`]));
  if (values?.some((value) => !now.enum?.includes(value))) breaks.push(`${at}: enum`);
  if (anyOf?.length !== now.anyOf?.length) breaks.push(`${at}: anyOf`);
  else for (const [index, node] of (anyOf ?? []).entries()) breaks.push(...breaksIn(node, now.anyOf![index]!, at));
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (COMPARED.has(key)) continue;
    const [was, is] = [before, after].map((node) => JSON.stringify((node as Record<string, unknown>)[key]));
    if (was !== is) breaks.push(`${at}: ${key}`);
  }
  return breaks;
}
