import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { Clock } from '../clock';
import { AuthorityDamaged } from './errors';
import { identityFiles, keepIdentity, readIdentity, type Identity } from './identityFiles';

/** Whoever trusts it trusts this machine's servers. */
export interface Authority {
  /** What clients are told to trust. */
  readonly file: string;
  readonly identity: Identity;
}

/** The authority of a folder; made on the first run, and again when it has expired. */
export const openAuthority = async (directory: string, clock: Clock): Promise<Authority> => {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const files = identityFiles(directory, 'ca');
  const kept = await readIdentity(files);
  if (kept !== undefined && isAlive(directory, kept, clock)) return { file: files.certificate, identity: kept };
  const { createAuthority } = await import('./certificates');
  const identity = await createAuthority(clock());
  await keepIdentity(files, identity);
  return { file: files.certificate, identity };
};

const isAlive = (directory: string, identity: Identity, clock: Clock): boolean => {
  const certificate = parse(directory, identity);
  return clock() < Date.parse(certificate.validTo);
};

const parse = (directory: string, { certificate, key }: Identity): X509Certificate => {
  try {
    const parsed = new X509Certificate(certificate);
    if (!parsed.ca || !parsed.checkPrivateKey(createPrivateKey(key))) throw new TypeError('The key is another one.');
    return parsed;
  } catch (cause) {
    throw new AuthorityDamaged(directory, cause);
  }
};
