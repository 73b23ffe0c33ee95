import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packWeights, unpackWeights } from '#lib/nlp/weights-file';

describe('weights file', () => {
  it('comes back with its head, its rows and what a byte can hold of its values', () => {
    const packed = packWeights(
      { name: 'x' },
      { hashes: Uint32Array.of(0, 5, 300, 0xffffffff), columns: 2, values: Float32Array.of(1, -4, 0.25, 0, -1, 1, 0, 4) },
    );
    const { head, find, columns } = unpackWeights(packed);
    expect(head).toEqual({ rows: 4, largest: [1, 4], name: 'x' });
    expect([0, 5, 300, 0xffffffff, 6].map(find)).toEqual([0, 1, 2, 3, -1]);
    // 0.25 of 1: byte round(127 √0.25) = 64, (64 / 127)² = 0.25395.
    expect(columns[0]?.[1]).toBeCloseTo(0.25395, 5);
    expect(Array.from(columns[0] ?? [])).toEqual([1, expect.any(Number), -1, 0]);
    // 1 of 4: the same byte, four times as much.
    expect(columns[1]?.[2]).toBeCloseTo(1.0158, 4);
    expect(columns[1]?.[0]).toBe(-4);
  });

  it('holds no weights at all', () => {
    const { find, columns } = unpackWeights(
      packWeights({}, { hashes: new Uint32Array(0), columns: 1, values: new Float32Array(0) }),
    );
    expect(find(1)).toBe(-1);
    expect(columns[0]).toHaveLength(0);
  });

  it('keeps every value within a 64th of the largest, whatever the rows', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 0xffffffff }), fc.float({ min: -8, max: 8, noNaN: true })), {
          selector: ([hash]) => hash,
          maxLength: 200,
        }),
        (rows) => {
          const sorted = [...rows].sort((a, b) => a[0] - b[0]);
          const hashes = Uint32Array.from(sorted, ([hash]) => hash);
          const values = Float32Array.from(sorted, ([, value]) => value);
          const { find, columns } = unpackWeights(packWeights({}, { hashes, columns: 1, values }));
          const largest = Math.max(0, ...sorted.map(([, value]) => Math.abs(value)));
          sorted.forEach(([hash, value], row) => {
            expect(find(hash)).toBe(row);
            expect(Math.abs((columns[0]?.[row] ?? Number.NaN) - value)).toBeLessThanOrEqual(largest / 64 + 1e-9);
          });
        },
      ),
    );
  });

  it('refuses what is no weights file, or half of one', () => {
    expect(() => unpackWeights(new Uint8Array(3))).toThrow('holds no weights');
    expect(() => unpackWeights(new Uint8Array(20))).toThrow('holds no weights');
    const packed = packWeights({}, { hashes: Uint32Array.of(1, 2), columns: 1, values: Float32Array.of(1, 2) });
    expect(() => unpackWeights(packed.slice(0, -1))).toThrow('cut off');
  });
});
