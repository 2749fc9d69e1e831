/** Which versions of the output are read again: those of this program's major version, up to its own minor one. */
import { z } from 'zod';
import { type Output, output } from './output.ts';
import { SCHEMA_VERSION } from './schema-version.ts';

/**
 * @param version the `schemaVersion` that stands in what a run wrote; undefined in claims and ledgers from before 2.0
 * @param own the version that this program writes
 * @returns null where it is read; otherwise why it is not, to be put behind the name of a file
 */
export function refusal(version: string | undefined, own: string = SCHEMA_VERSION): string | null {
  const [ownMajor, ownMinor] = numbersOf(own);
  const [major, minor] = numbersOf(version ?? '1.0');
  if (major === ownMajor && minor <= ownMinor) return null;
  const has = version === undefined ? 'names no schema version, as before 2.0' : `has schema version ${version}`;
  const newer = major > ownMajor || (major === ownMajor && minor > ownMinor);
  const read = ownMinor === 0 ? own : `${ownMajor}.0 to ${own}`;
  return `${has}, and this accordingto reads ${read}; ${newer ? 'update it' : 'run extract again'}`;
}

function numbersOf(version: string): readonly [major: number, minor: number] {
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(version) ?? [];
  return [Number(major), Number(minor)];
}

export type OutputReading = { readonly output: Output } | { readonly failure: string };

/**
 * What was added since an older minor version has a default in the schema, and older documents get it.
 *
 * @param schema of what this program writes
 * @param own its version
 * @returns a function from parsed JSON to the contract's object, or to why it is none, to be put behind the name of a file
 */
export function outputReader(schema: typeof output, own: string): (value: unknown) => OutputReading {
  const anyVersion = schema.extend({ schemaVersion: z.string() });
  return (value) => {
    const result = anyVersion.safeParse(value);
    const { schemaVersion } = (value ?? {}) as { readonly schemaVersion?: unknown };
    const other = refusal(typeof schemaVersion === 'string' ? schemaVersion : undefined, own);
    if (other !== null) return { failure: other };
    if (result.success) return { output: result.data as Output };
    const { path, message } = result.error.issues[0]!;
    return { failure: `is not what extract writes (${path.join('.')}: ${message}); run extract again` };
  };
}

/** Reads what this program and older minor versions of it wrote. */
export const readOutput = outputReader(output, SCHEMA_VERSION);
