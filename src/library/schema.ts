/** `accordingto/schema`: the contract alone, without the program that fills it in. */
import { z } from 'zod';
import { output as schema } from '../output.ts';

export {
  type Output,
  type OutputClaim,
  type OutputDate,
  type OutputLink,
  type OutputNumber,
  type OutputPerson,
  type OutputProblem,
  type OutputSentence,
  type OutputSource,
  type OutputSpan,
  output as schema,
} from '../output.ts';
export { SCHEMA_VERSION as schemaVersion } from '../schema-version.ts';

/**
 * The contract as JSON Schema (draft 2020-12), for validators and code generators in any language.
 *
 * @example
 * import { jsonSchema } from 'accordingto/schema';
 * console.log(jsonSchema().required.includes('claims')); // true
 */
export function jsonSchema(): JsonSchema {
  return z.toJSONSchema(schema) as JsonSchema;
}

/** A JSON Schema of an object. */
export interface JsonSchema {
  readonly $schema: string;
  readonly type: 'object';
  readonly properties: Readonly<Record<string, object>>;
  readonly required: readonly string[];
}
