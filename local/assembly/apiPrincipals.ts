import type { ApiOptions } from '../appsync/server';
import type { Wiring } from '../project';
import { functionEntries } from './functionEntries';
import { developer, functionRole } from './principals';
import type { Secrets } from './secrets';

/** Whom the API knows by an access key: the developer, and each function's role for the fields that it may ask for. */
export const apiPrincipals = (wiring: Wiring, secrets: Secrets): NonNullable<ApiOptions['iam']> => {
  const { accessKeyId, secretAccessKey } = developer(secrets);
  const roles = functionEntries(wiring).map(([name, { may }]) => {
    const { accessKeyId: key, secretAccessKey: secret, sessionToken } = functionRole(name, may, secrets);
    return [key, { secret, fields: may.fields ?? [], ...(sessionToken !== undefined && { sessionToken }) }] as const;
  });
  return { [accessKeyId]: secretAccessKey, ...Object.fromEntries(roles) };
};
