import { relative } from 'node:path';
import type { Endpoints } from './endpoints';

/** The endpoints as a table for people. */
export const endpointTable = (
  endpoints: Endpoints,
  { directory, milliseconds }: { readonly directory: string; readonly milliseconds: number },
): string => {
  const rows = [
    ['GraphQL', endpoints.graphql],
    ['EvaluateCode', endpoints.evaluateCode],
    ['User pool', `${endpoints.userPool}  ${endpoints.userPoolId}, client ${endpoints.userPoolClientId}`],
    ['Hosted pages', endpoints.hostedUi],
    ['Mailbox', endpoints.mailbox],
    ['S3', `${endpoints.s3}  bucket ${endpoints.bucket}`],
    ['DynamoDB', `${endpoints.dynamodb}  table ${endpoints.table}`],
    ['Lambda', endpoints.lambda],
    ['SQS', endpoints.deadLetterQueue],
    ['STS', endpoints.sts],
  ];
  const lines = rows.map(([name = '', value = '']) => `  ${name.padEnd(13)} ${value}`);
  const folder = relative('', directory) || '.';
  const { certificateAuthority } = endpoints;
  const trust =
    certificateAuthority === undefined
      ? []
      : [
          `The hosted pages and subscriptions need https. Trust ${relative('', certificateAuthority)} once: in Node, set`,
          `NODE_EXTRA_CA_CERTS=${shellWord(certificateAuthority)}; in a browser, import it as a certificate authority.`,
        ];
  return [
    `MyFiles is ready (${Math.round(milliseconds)} ms).`,
    ...lines,
    ...trust,
    `Pass ${folder}/amplify_config.json to Amplify.configure(). Ctrl-C stops.`,
  ].join('\n');
};

/** A path as one word of a shell. */
const shellWord = (path: string): string => (/^[\w.:\\/-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);

/** An error as one line for people. */
export const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
