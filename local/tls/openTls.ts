import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { Clock } from '../clock';
import { identityFiles, keepIdentity, readIdentity, type Identity } from './identityFiles';
import { openAuthority, type Authority } from './openAuthority';

/** TLS for this machine's servers, with certificates from a local authority. */
export interface Tls {
  /** The path of the authority's certificate, which clients must trust. */
  readonly authorityFile: string;
  /** The servers' certificate, read from disk, or created if missing or unusable. */
  readonly identity: () => Promise<Identity>;
}

export interface TlsOptions {
  /** Where the authority is kept. Its key is readable by its owner only. */
  readonly directory: string;
  /** Names and addresses besides `localhost` under which the servers are reached. */
  readonly hosts?: readonly string[];
  readonly clock: Clock;
}

const alwaysReached = ['localhost', '127.0.0.1', '::1'];
/** A certificate with less validity left than this is replaced. */
const reserveMilliseconds = 30 * 86_400_000;

/** Opens a folder's authority, creating it on the first run. */
export const openTls = async ({ directory, hosts = [], clock }: TlsOptions): Promise<Tls> => {
  const authority = await openAuthority(directory, clock);
  const names = [...new Set([...alwaysReached, ...hosts])];
  const files = identityFiles(directory, 'server');
  return {
    authorityFile: authority.file,
    identity: async () => {
      const kept = await readIdentity(files);
      if (kept !== undefined && isUsable(kept, authority, { names, clock })) return kept;
      const { createServerIdentity } = await import('./certificates');
      const identity = await createServerIdentity(authority.identity, { hosts: names, now: clock() });
      await keepIdentity(files, identity);
      return identity;
    },
  };
};

interface Wanted {
  readonly names: readonly string[];
  readonly clock: Clock;
}

/** Whether clients would accept a stored certificate. If not it is replaced: clients trust only the authority. */
const isUsable = ({ certificate, key }: Identity, authority: Authority, { names, clock }: Wanted): boolean => {
  try {
    const parsed = new X509Certificate(certificate);
    return (
      Date.parse(parsed.validTo) > clock() + reserveMilliseconds &&
      parsed.verify(new X509Certificate(authority.identity.certificate).publicKey) &&
      parsed.checkPrivateKey(createPrivateKey(key)) &&
      names.every((name) => (parsed.checkHost(name) ?? parsed.checkIP(name)) !== undefined)
    );
  } catch {
    return false;
  }
};
