import type { ApiOptions } from '../appsync/server';
import type { OnCall } from '../calls';
import { place } from '../place';
import type { Wiring } from '../project';
import { functionEntries } from './functionEntries';
import { developer, functionRole } from './principals';
import type { Secrets } from './secrets';

/** Whom the API knows by an access key: the developer, and each function's role for the fields that it may ask for. */
export const apiPrincipals = (wiring: Wiring, secrets: Secrets, onCall?: OnCall): NonNullable<ApiOptions['iam']> => {
  const { accessKeyId, secretAccessKey } = developer(secrets);
  const roles = functionEntries(wiring).map(([name, { may }]) => {
    const { accessKeyId: key, secretAccessKey: secret, sessionToken } = functionRole(name, may, secrets);
    const onField = (coordinate: string): void =>
      onCall?.({ by: `function ${name}`, action: 'appsync:GraphQL', resource: fieldArn(coordinate) });
    return [
      key,
      { secret, fields: may.fields ?? [], onField, ...(sessionToken !== undefined && { sessionToken }) },
    ] as const;
  });
  return { [accessKeyId]: secretAccessKey, ...Object.fromEntries(roles) };
};

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsappsync.html */
const fieldArn = (coordinate: string): string =>
  `arn:aws:appsync:${place.region}:${place.accountId}:apis/${place.apiId}/types/${coordinate.replace('.', '/fields/')}`;
