/** A running CRC-64/NVME (https://reveng.sourceforge.io/crc-catalogue/); twice as fast as the SDK's. */
export interface Crc64Nvme {
  readonly update: (bytes: Uint8Array) => void;
  /** Big-endian. */
  readonly digest: () => Buffer;
}

/** Starts a CRC-64/NVME. */
export const createCrc64Nvme = (): Crc64Nvme => {
  let low = -1;
  let high = -1;
  return {
    update: (bytes) => {
      [low, high] = advance(low, high, bytes);
    },
    digest: () => {
      const digest = Buffer.alloc(8);
      digest.writeInt32BE(~high);
      digest.writeInt32BE(~low, 4);
      return digest;
    },
  };
};

// The polynomial 0x9a6c9329ac4bc9b5, bit-reversed, in halves.
const polynomialLow = 0xac4bc9b5;
const polynomialHigh = 0x9a6c9329;

// Slicing-by-8: table k holds the effect of a byte on the CRC after k further bytes.
const lows = new Int32Array(8 * 256);
const highs = new Int32Array(8 * 256);

for (let byte = 0; byte < 256; byte += 1) {
  let low = byte;
  let high = 0;
  for (let bit = 0; bit < 8; bit += 1) {
    const isOdd = (low & 1) === 1;
    low = ((low >>> 1) | (high << 31)) ^ (isOdd ? polynomialLow : 0);
    high = (high >>> 1) ^ (isOdd ? polynomialHigh : 0);
  }
  lows[byte] = low;
  highs[byte] = high;
}
for (let at = 256; at < lows.length; at += 1) {
  const low = lows[at - 256] ?? 0;
  const high = highs[at - 256] ?? 0;
  lows[at] = ((low >>> 8) | (high << 24)) ^ (lows[low & 255] ?? 0);
  highs[at] = (high >>> 8) ^ (highs[low & 255] ?? 0);
}

const advance = (startLow: number, startHigh: number, bytes: Uint8Array): [low: number, high: number] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let low = startLow;
  let high = startHigh;
  let at = 0;
  for (const end = bytes.length - 7; at < end; at += 8) {
    low ^= view.getInt32(at, true);
    high ^= view.getInt32(at + 4, true);
    const a = 1792 | (low & 255);
    const b = 1536 | ((low >>> 8) & 255);
    const c = 1280 | ((low >>> 16) & 255);
    const d = 1024 | (low >>> 24);
    const e = 768 | (high & 255);
    const f = 512 | ((high >>> 8) & 255);
    const g = 256 | ((high >>> 16) & 255);
    const h = high >>> 24;
    low =
      look(lows, a) ^
      look(lows, b) ^
      look(lows, c) ^
      look(lows, d) ^
      look(lows, e) ^
      look(lows, f) ^
      look(lows, g) ^
      look(lows, h);
    high =
      look(highs, a) ^
      look(highs, b) ^
      look(highs, c) ^
      look(highs, d) ^
      look(highs, e) ^
      look(highs, f) ^
      look(highs, g) ^
      look(highs, h);
  }
  for (; at < bytes.length; at += 1) {
    const index = (low ^ view.getUint8(at)) & 255;
    low = ((low >>> 8) | (high << 24)) ^ look(lows, index);
    high = (high >>> 8) ^ look(highs, index);
  }
  return [low, high];
};

const look = (table: Int32Array, index: number): number => table[index] ?? 0;
