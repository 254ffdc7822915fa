import type { Identity } from './identityFiles';
import { openTls, type TlsOptions } from './openTls';

export interface CertificatesOptions extends Omit<TlsOptions, 'directory'> {
  /** Where they are made when there is no folder to keep them in. */
  readonly temporary: string;
}

/** What servers need to speak TLS, and what to tell the clients. */
export interface Certificates {
  /** The file to trust; undefined if the authority is not to outlive this run. */
  readonly certificateAuthority?: string;
  readonly identity: () => Promise<Identity>;
}

/**
 * The authority that is kept in a folder, there from now on. Without a folder, one is made when a client first
 * speaks TLS: it takes a moment, and few runs without a folder need it.
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
