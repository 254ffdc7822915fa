import { createHash } from 'node:crypto';
import { isSameSecret } from '../../isSameSecret';
import type { Identity } from '../auth/authenticate';
import { sha256, sign } from '../../signatures/sigv4';
import { S3Error } from '../errors';
import { createReader, type ByteReader } from './reader';

/** Trailing headers by lower-case name; complete once the body has been read to its end. */
export type Trailers = Map<string, string>;

interface Options {
  readonly isSigned: boolean;
  readonly hasTrailer: boolean;
  readonly chain: Identity['chain'];
  /** The trailing header that `x-amz-trailer` names. */
  readonly announced: string;
  readonly trailers: Trailers;
}

const minChunkBytes = 8192;
const signatureName = 'x-amz-trailer-signature';

/**
 * Decodes an aws-chunked body, verifying the signature of each chunk and of the trailer if it is signed.
 * See https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export async function* decodeAwsChunked(source: AsyncIterable<Buffer>, options: Options): AsyncGenerator<Buffer> {
  const { isSigned, hasTrailer, chain, announced, trailers } = options;
  const reader = createReader(source);
  try {
    let previous = chain.seed;
    let wasSmall = false;
    for (let isLast = false; !isLast;) {
      const { size, signature } = readChunkHeader(await reader.line());
      isLast = size === 0;
      if (!isLast && wasSmall) throw new S3Error('InvalidChunkSizeError');
      wasSmall = size < minChunkBytes;
      const hash = createHash('sha256');
      for await (const piece of take(reader, size)) {
        if (isSigned) hash.update(piece);
        yield piece;
      }
      if (isSigned) previous = verify(chain, signature, ['PAYLOAD', previous, sha256(''), hash.digest('hex')]);
      if (!isLast && (await reader.line()) !== '') throw new S3Error('IncompleteBody');
    }
    await readTrailers(reader, announced, trailers);
    if (hasTrailer && isSigned) verifyTrailers(chain, previous, trailers);
  } finally {
    await reader.close();
  }
}

async function* take(reader: ByteReader, size: number): AsyncGenerator<Buffer> {
  for (let left = size; left > 0;) {
    const piece = await reader.some(left);
    left -= piece.length;
    yield piece;
  }
}

const readChunkHeader = (line: string): { size: number; signature: string } => {
  const match = /^([0-9a-fA-F]{1,10})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line);
  if (!match) throw new S3Error('IncompleteBody', { message: 'The request body terminated unexpectedly' });
  return { size: Number.parseInt(match[1] ?? '', 16), signature: match[2] ?? '' };
};

/** Throws on a trailer that was not announced rather than ignore it: a checksum in it would not be verified. */
const readTrailers = async (reader: ByteReader, announced: string, trailers: Trailers): Promise<void> => {
  while (!(await reader.isAtEnd())) {
    const line = await reader.line();
    if (line === '') break;
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).toLowerCase();
    const isExpected = name !== '' && (name === announced || name === signatureName);
    if (!isExpected || trailers.has(name)) throw new S3Error('MalformedTrailerError');
    trailers.set(name, line.slice(colon + 1).trim());
  }
  if (!(await reader.isAtEnd())) throw new S3Error('IncompleteBody');
};

const verifyTrailers = (chain: Identity['chain'], previous: string, trailers: Trailers): void => {
  const signature = trailers.get(signatureName) ?? '';
  const text = [...trailers]
    .filter(([name]) => name !== signatureName)
    .map(([name, value]) => `${name}:${value}\n`)
    .join('');
  verify(chain, signature, ['TRAILER', previous, sha256(text)]);
};

const verify = ({ key, timestamp, scope }: Identity['chain'], given: string, parts: readonly string[]): string => {
  const [kind = '', ...rest] = parts;
  const expected = sign(key, [`AWS4-HMAC-SHA256-${kind}`, timestamp, scope, ...rest].join('\n'));
  if (isSameSecret(expected, given)) return expected;
  throw new S3Error('SignatureDoesNotMatch', { details: { SignatureProvided: given } });
};
