import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pool, poolClient } from '../config/pool';
import { amplifyOutputs, type ClientFacts } from '../tools/outputs/amplifyOutputs';
import { writeDurably } from './disk/writeDurably';
import type { Credentials } from './assembly/principals';

/** Where the twin's services are reached. */
export interface Endpoints {
  readonly pid: number;
  readonly graphql: string;
  readonly realtime: string;
  /** The base URL for EvaluateCode clients (`--endpoint-url`). */
  readonly evaluateCode: string;
  readonly userPool: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly region: string;
  readonly s3: string;
  readonly bucket: string;
  readonly dynamodb: string;
  readonly table: string;
  readonly lambda: string;
  readonly sqs: string;
  /** The URL of the queue for stream batches that the table's follower kept failing on. */
  readonly deadLetterQueue: string;
  readonly sts: string;
  readonly mailbox: string;
  /** The hosted sign-in pages: https, because Amplify redirects to nothing else. */
  readonly hostedUi: string;
  /** The path of the CA certificate that https clients must trust. */
  readonly certificateAuthority?: string;
}

/** Writes the endpoints, and configuration files for real clients, into a folder. */
export const writeEndpoints = async (
  directory: string,
  { endpoints, developer }: { readonly endpoints: Endpoints; readonly developer: Credentials },
  origins: readonly string[] = [],
): Promise<void> => {
  await mkdir(directory, { recursive: true });
  await writeDurably(join(directory, 'credentials'), credentialsFile(developer, endpoints.region));
  await writeDurably(join(directory, 'amplify_outputs.json'), json(amplifyOutputs(clientFacts(endpoints, origins))));
  await writeDurably(join(directory, 'amplify_config.json'), json(resourcesConfig(endpoints, origins)));
  await writeDurably(join(directory, 'endpoints.json'), json(endpoints)); // last: whoever waits for it finds the others
};

/** Removes the file that says the twin is running. */
export const removeEndpoints = (directory: string): Promise<void> =>
  rm(join(directory, 'endpoints.json'), { force: true });

type Reachable = Pick<
  Endpoints,
  'userPoolId' | 'userPoolClientId' | 'userPool' | 'hostedUi' | 'graphql' | 'region' | 'mailbox'
>;

/**
 * Ready for `Amplify.configure()` of aws-amplify v6, in the only form that can name a local user pool. Origins of other
 * pages come first: when no redirect URL matches the page itself, Amplify takes the first with the same host.
 * `custom` holds the mailbox; it is also what makes a JSON import of this file satisfy Amplify's types.
 */
export const resourcesConfig = (
  { userPoolId, userPoolClientId, userPool, hostedUi, graphql, region, mailbox }: Reachable,
  origins: readonly string[] = [],
) => ({
  Auth: {
    Cognito: {
      userPoolId,
      userPoolClientId,
      userPoolEndpoint: userPool,
      passwordFormat,
      loginWith: {
        email: true,
        oauth: {
          domain: new URL(hostedUi).host,
          scopes: [...poolClient.oauth.scopes],
          redirectSignIn: [...origins, ...poolClient.oauth.callbackUrls],
          redirectSignOut: [...origins, ...poolClient.oauth.logoutUrls],
          responseType: 'code' as const,
        },
      },
    },
  },
  API: { GraphQL: { endpoint: graphql, region, defaultAuthMode: 'userPool' as const } },
  custom: { mailbox },
});

/** The pool's rules for passwords, which sign-up forms tell. */
const passwordFormat = {
  minLength: pool.passwordPolicy.minimumLength,
  requireLowercase: pool.passwordPolicy.requireLowercase,
  requireUppercase: pool.passwordPolicy.requireUppercase,
  requireNumbers: pool.passwordPolicy.requireNumbers,
  requireSpecialCharacters: pool.passwordPolicy.requireSymbols,
};

const clientFacts = ({ hostedUi, ...endpoints }: Endpoints, origins: readonly string[]): ClientFacts => ({
  ...endpoints,
  hostedUiDomain: new URL(hostedUi).host,
  callbackUrls: [...origins, ...poolClient.oauth.callbackUrls],
  logoutUrls: [...origins, ...poolClient.oauth.logoutUrls],
});

/**
 * The file for AWS_SHARED_CREDENTIALS_FILE. It sets the region because version 1 of the AWS CLI ignores AWS_REGION, and
 * the signature version because that CLI presigns for us-east-1 with one that S3 accepts for no new bucket.
 * https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
 * https://docs.aws.amazon.com/cli/v1/topic/s3-config.html
 */
const credentialsFile = ({ accessKeyId, secretAccessKey }: Credentials, region: string): string =>
  `[default]
aws_access_key_id = ${accessKeyId}
aws_secret_access_key = ${secretAccessKey}
region = ${region}
s3 =
  signature_version = s3v4
`;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
