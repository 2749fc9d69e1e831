/** `accordingto schema`: the contract as JSON Schema. */
import { jsonSchema } from '../library/schema.ts';

/** @returns the exit code, 0, once the schema is printed */
export async function runSchema(): Promise<number> {
  process.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return 0;
}
