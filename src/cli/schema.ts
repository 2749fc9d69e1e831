/** `accordingto schema`: the contract as JSON Schema. */
import { jsonSchema } from '../library/schema.ts';

export async function runSchema(): Promise<number> {
  process.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return 0;
}
