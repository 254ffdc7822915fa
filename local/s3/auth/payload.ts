import { invalidArgument } from '../errors';

/** What `x-amz-content-sha256` declares about a body. */
export type Payload =
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'hash'; readonly sha256: string }
  | { readonly kind: 'chunked'; readonly isSigned: boolean; readonly hasTrailer: boolean };

const named: Readonly<Record<string, Payload>> = {
  'UNSIGNED-PAYLOAD': { kind: 'unsigned' },
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER': { kind: 'chunked', isSigned: false, hasTrailer: true },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD': { kind: 'chunked', isSigned: true, hasTrailer: false },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER': { kind: 'chunked', isSigned: true, hasTrailer: true },
};

/** Parses the header's value; anything but SigV4's forms is InvalidArgument. */
export const readPayload = (value: string): Payload => {
  if (/^[0-9a-f]{64}$/i.test(value)) return { kind: 'hash', sha256: value.toLowerCase() };
  const payload = Object.hasOwn(named, value) ? named[value] : undefined;
  if (payload !== undefined) return payload;
  const forms = Object.keys(named).slice(1).join(', ');
  throw invalidArgument(
    'x-amz-content-sha256',
    value,
    `x-amz-content-sha256 must be UNSIGNED-PAYLOAD, ${forms} or a valid sha256 value.`,
  );
};
