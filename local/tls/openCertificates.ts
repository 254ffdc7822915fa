import type { Identity } from './identityFiles';
import { openTls, type TlsOptions } from './openTls';

export interface CertificatesOptions extends Omit<TlsOptions, 'directory'> {
  /** Where certificates are created when there is no folder to keep them in. */
  readonly temporary: string;
}

/** What servers need for TLS, and what clients must trust. */
export interface Certificates {
  /** The path of the certificate to trust; absent if no folder keeps the authority. */
  readonly certificateAuthority?: string;
  readonly identity: () => Promise<Identity>;
}

/**
 * Opens the authority kept in a folder, creating it if missing. Without a folder, one is created only when a client
 * first speaks TLS: that takes a moment, and few such runs need it.
 */
export const openCertificates = async (
  directory: string | undefined,
  { temporary, ...options }: CertificatesOptions,
): Promise<Certificates> => {
  if (directory === undefined) {
    return { identity: async () => (await openTls({ ...options, directory: temporary })).identity() };
  }
  const { authorityFile, identity } = await openTls({ ...options, directory });
  return { certificateAuthority: authorityFile, identity };
};
