/** Recognises output of a run by its beginning, without reading it whole. */
export interface Start {
  /** documents: the contract's objects; claims: claims that stand alone. */
  readonly kind: 'documents' | 'claims';
  /** Undefined in claims from before 2.0. */
  readonly version: string | undefined;
}

const OURS = /^\s*\{\s*(?:"schemaVersion"\s*:\s*"([^"]*)"\s*,\s*)?"(generator|article)"/;

/**
 * @param text its first 100 characters, or more
 * @returns null where it is something else
 */
export function startOf(text: string): Start | null {
  const [found, version, key] = OURS.exec(text) ?? [];
  if (found === undefined || (key === 'generator' && version === undefined)) return null;
  return { kind: key === 'generator' ? 'documents' : 'claims', version };
}
