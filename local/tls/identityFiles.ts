import { join } from 'node:path';
import { readIfThere } from '../disk/readIfThere';
import { writeDurably } from '../disk/writeDurably';

/** A certificate and its private key, both PEM. */
export interface Identity {
  readonly certificate: string;
  readonly key: string;
}

/** The paths of an identity: `<name>.pem`, readable by everyone, and `<name>-key.pem`, by its owner only. */
export interface IdentityFiles {
  readonly certificate: string;
  readonly key: string;
}

export const identityFiles = (directory: string, name: string): IdentityFiles => ({
  certificate: join(directory, `${name}.pem`),
  key: join(directory, `${name}-key.pem`),
});

/** Reads an identity; undefined unless both files exist. */
export const readIdentity = async ({ certificate, key }: IdentityFiles): Promise<Identity | undefined> => {
  const [certificateText, keyText] = await Promise.all([readIfThere(certificate), readIfThere(key)]);
  return certificateText === undefined || keyText === undefined
    ? undefined
    : { certificate: certificateText, key: keyText };
};

/** Writes an identity, the certificate last, so that where there is a certificate there is a key. */
export const keepIdentity = async (files: IdentityFiles, { certificate, key }: Identity): Promise<void> => {
  await writeDurably(files.key, key, 0o600);
  await writeDurably(files.certificate, certificate, 0o644);
};
