import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { toUint8Array } from '@smithy/core/serde';
import type { Checksum, SourceData } from '@smithy/types';

/** node:crypto's SHA-256, or HMAC-SHA-256 if a secret is given, in the form that the SDK's signer takes. */
export class Sha256 implements Checksum {
  private readonly hash: Hash | Hmac;

  constructor(secret?: SourceData) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', toUint8Array(secret));
  }

  update(chunk: SourceData): void {
    this.hash.update(toUint8Array(chunk));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest());
  }

  reset(): void {
    throw new TypeError('It is used once.');
  }
}
