/** Sections of weight files: what is packed is unpacked as it was. */
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack } from '../bench/train/pack.ts';
import { unpacked } from '../src/model/packing.ts';

/** How the bytes are packed; fails where they do not come back. */
function wayOf(bytes: Uint8Array): string {
  const { deflated, inflated, packing } = pack(bytes);
  const read = inflateRawSync(deflated);
  expect(read).toHaveLength(inflated);
  const way = packing === undefined ? 'plain' : packing.sparse ? 'sparse' : `${packing.planes} planes`;
  expect(Buffer.compare(packing ? unpacked(read, packing) : read, bytes)).toBe(0);
  return way;
}

test('few bytes among long stretches of zeros are kept without them', () => {
  const bytes = new Uint8Array(40_000);
  for (let at = 3, step = 1; at < bytes.length; at += step, step = (step * 7 + 11) % 613) bytes[at] = 1 + (step % 251);
  expect(wayOf(bytes)).toBe('sparse');
});

test('numbers that rise slowly and rows of four are parted into planes', () => {
  const rising = new Uint16Array(20_000);
  for (let at = 1; at < rising.length; at += 1) rising[at] = rising[at - 1]! + ((at * at * 31) % 7 > 3 ? 3 : 1);
  expect(wayOf(new Uint8Array(rising.buffer))).toBe('2 planes');
  const rows = Uint8Array.from({ length: 40_000 }, (_, at) => [0, at >> 9, at >> 12, (at * at) % 97][at % 4]!);
  expect(wayOf(rows)).toBe('4 planes');
});

test('any bytes come back', () => {
  const byte = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 255 }));
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 3000 }), (bytes) => {
      wayOf(Uint8Array.from(bytes));
    }),
  );
});
