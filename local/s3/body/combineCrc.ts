import type { Algorithm } from './checksums';

/** Parameters of a reflected CRC: https://reveng.sourceforge.io/crc-catalogue/ */
interface Crc {
  readonly bits: bigint;
  /** The polynomial, bit-reversed. */
  readonly polynomial: bigint;
}

const crcs: Partial<Record<Algorithm, Crc>> = {
  CRC32: { bits: 32n, polynomial: 0xedb88320n },
  CRC32C: { bits: 32n, polynomial: 0x82f63b78n },
  CRC64NVME: { bits: 64n, polynomial: 0x9a6c9329ac4bc9b5n },
};

/** The CRC (Base64) of concatenated parts, computed from their CRCs (Base64) and sizes without reading the bytes. */
export const combineCrcs = (algorithm: Algorithm, parts: readonly { value: string; size: number }[]): string => {
  const crc = crcs[algorithm];
  if (crc === undefined) throw new TypeError(`${algorithm} cannot be combined`);
  const shifts = new Map<number, bigint>();
  const total = parts.reduce((sum, { value, size }) => {
    const shift = shifts.get(size) ?? power(crc, size * 8);
    shifts.set(size, shift);
    return multiply(crc, sum, shift) ^ BigInt(`0x${Buffer.from(value, 'base64').toString('hex')}`);
  }, 0n);
  return Buffer.from(total.toString(16).padStart(Number(crc.bits) / 4, '0'), 'hex').toString('base64');
};

// Polynomials over GF(2), reflected: the highest bit stands for x^0.
const multiply = ({ bits, polynomial }: Crc, a: bigint, b: bigint): bigint => {
  let product = 0n;
  let factor = b;
  for (let bit = 1n << (bits - 1n); bit > 0n; bit >>= 1n) {
    if ((a & bit) !== 0n) product ^= factor;
    factor = (factor & 1n) === 1n ? (factor >> 1n) ^ polynomial : factor >> 1n;
  }
  return product;
};

/** x^exponent modulo the polynomial. */
const power = (crc: Crc, exponent: number): bigint => {
  let result = 1n << (crc.bits - 1n);
  let square = 1n << (crc.bits - 2n);
  for (let left = BigInt(exponent); left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = multiply(crc, result, square);
    square = multiply(crc, square, square);
  }
  return result;
};
