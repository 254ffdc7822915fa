import type { Grants } from '../../resolvers/wiringTypes';
import type { Secrets } from './secrets';

/** Credentials, and what they allow; without `may`, everything. */
export interface Principal {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly may?: readonly string[];
}

/** The developer's own credentials: for the AWS CLI and SDKs. */
export const developer = (secrets: Secrets): Principal => ({
  accessKeyId: 'AKIALOCALDEVELOPER00',
  secretAccessKey: secrets('developer'),
});

/** A function's role: temporary credentials that allow what the manifest says, as on AWS. */
export const functionRole = (name: string, may: Grants, secrets: Secrets): Principal => ({
  accessKeyId: `ASIA${secrets(`key id of ${name}`)
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase()
    .slice(0, 16)}`,
  secretAccessKey: secrets(`secret key of ${name}`),
  sessionToken: secrets(`session of ${name}`),
  may: may.bucket ?? [],
});
