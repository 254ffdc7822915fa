import type { Random } from './createRandom';
import { hexadecimal } from '../text/hexadecimal';

/** A version 4 UUID. */
export const uuid = (random: Random): string => {
  const bytes = random
    .bytes(16)
    .map((byte, index) => (index === 6 ? (byte & 15) | 64 : index === 8 ? (byte & 63) | 128 : byte));
  const digits = hexadecimal(bytes);
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => digits.slice(from, to))
    .join('-');
};

/** 48 bits of milliseconds and 80 random bits in Crockford's base 32: https://github.com/ulid/spec */
export const ulid = (now: number, random: Random): string => {
  const time = inBase(BigInt(now), crockford, 10);
  return time + inBase(toInteger(random.bytes(10)), crockford, 16);
};

/** 32 bits of seconds since 2014-05-13 and 128 random bits in base 62: https://github.com/segmentio/ksuid */
export const ksuid = (now: number, random: Random): string => {
  const seconds = BigInt(Math.floor(now / 1000) - ksuidEpochSeconds) & 0xffffffffn;
  return inBase((seconds << 128n) | toInteger(random.bytes(16)), base62, 27);
};

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ksuidEpochSeconds = 1_400_000_000;

const toInteger = (bytes: readonly number[]): bigint => bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);

const inBase = (value: bigint, alphabet: string, length: number): string => {
  const base = BigInt(alphabet.length);
  const digits: string[] = [];
  for (let rest = value; digits.length < length; rest /= base) digits.push(alphabet[Number(rest % base)] ?? '');
  return digits.reverse().join('');
};
