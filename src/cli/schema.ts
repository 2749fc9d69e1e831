/** `accordingto schema`: the contract as JSON Schema. */
import { z } from 'zod';
import { output } from '../output.ts';

export async function runSchema(): Promise<number> {
  process.stdout.write(`${JSON.stringify(z.toJSONSchema(output), null, 2)}\n`);
  return 0;
}
