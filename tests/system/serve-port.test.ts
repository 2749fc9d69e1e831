import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { PACKING, pack } from './packed.ts';
import { run } from './program.ts';

beforeAll(pack, PACKING);

test('a port that another program has is refused in a line', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, stderr } = await run(['serve', '--host', '127.0.0.1', '--port', String(port)]);
  other.close();
  expect(stderr).toBe(
    `accordingto: cannot listen on 127.0.0.1:${port}: another program does; choose another with --port\n`,
  );
  expect(code).toBe(74);
});
