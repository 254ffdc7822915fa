import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock';
import { createOnce } from '../disk/createOnce';
import { writeDurably } from '../disk/writeDurably';
import { AuthorityDamaged } from './errors';
import { readIfThere } from '../disk/readIfThere';
import type { Identity } from './identityFiles';

/** The local certificate authority: clients that trust it trust this machine's servers. */
export interface Authority {
  /** The path of the certificate that clients must trust. */
  readonly file: string;
  readonly identity: Identity;
}

/**
 * Opens a folder's authority, creating it on the first run and again after it has expired. Key and certificate share
 * one file, so that two concurrent first runs end up with the same pair; clients get a copy of the certificate alone.
 */
export const openAuthority = async (directory: string, clock: Clock): Promise<Authority> => {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const secret = join(directory, 'ca-key.pem');
  const kept = await readAuthority(directory, secret);
  const identity = kept !== undefined && isAlive(kept, clock) ? kept : await renew(directory, secret, { kept, clock });
  const file = join(directory, 'ca.pem');
  if ((await readIfThere(file)) !== identity.certificate) await writeDurably(file, identity.certificate, 0o644);
  return { file, identity };
};

interface Renewal {
  readonly kept: Identity | undefined;
  readonly clock: Clock;
}

const renew = async (directory: string, secret: string, { kept, clock }: Renewal): Promise<Identity> => {
  const { createAuthority } = await import('./certificates');
  const { key, certificate } = await createAuthority(clock());
  await (kept === undefined ? createOnce : writeDurably)(secret, `${key}${certificate.trim()}\n`);
  return (await readAuthority(directory, secret)) ?? { key, certificate };
};

const readAuthority = async (directory: string, secret: string): Promise<Identity | undefined> => {
  const text = await readIfThere(secret);
  if (text === undefined) return undefined;
  const start = text.indexOf('-----BEGIN CERTIFICATE-----');
  const identity = { key: text.slice(0, start), certificate: text.slice(start) };
  try {
    const parsed = new X509Certificate(identity.certificate);
    if (!parsed.ca || !parsed.checkPrivateKey(createPrivateKey(identity.key))) {
      throw new TypeError('The key is another one.');
    }
    return identity;
  } catch (cause) {
    throw new AuthorityDamaged(directory, cause);
  }
};

const isAlive = ({ certificate }: Identity, clock: Clock): boolean =>
  clock() < Date.parse(new X509Certificate(certificate).validTo);
