import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { Amplify } from 'aws-amplify';
import { parseAmplifyConfig } from 'aws-amplify/utils';
import { signInActor } from './signUpActor';
import type { Target } from './target';

/** A deployed stage with three people for the tests. `close` removes them; their files stay, in nobody's list. */
export interface Deployed {
  readonly target: Target;
  readonly close: () => Promise<void>;
}

/**
 * Creates three people in the stage that an `amplify_outputs.json` names, with the AWS credentials of the environment,
 * and signs them in as a client would. Respects AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER, as every SDK does.
 */
export const actorsOf = async (file: string): Promise<Deployed> => {
  const config = configOf(JSON.parse(await readFile(file, 'utf8')));
  const { userPoolId } = config.Auth.Cognito;
  const client = new CognitoIdentityProviderClient({ region: config.API.GraphQL.region ?? '' });
  const made: string[] = [];
  const close = async (): Promise<void> => {
    for (const Username of made) await client.send(new AdminDeleteUserCommand({ UserPoolId: userPoolId, Username }));
    client.destroy();
  };
  const createActor = async (who: string) => {
    const username = `contract-${who}-${randomUUID()}@example.com`;
    const password = `Aa1-${randomBytes(18).toString('base64url')}`;
    const [UserPoolId, Username] = [userPoolId, username];
    const UserAttributes = [
      { Name: 'email', Value: username },
      { Name: 'email_verified', Value: 'true' },
    ];
    await client.send(new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes, MessageAction: 'SUPPRESS' }));
    made.push(username);
    const Password = password;
    await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
    Amplify.configure(config);
    return signInActor({ username, password });
  };
  try {
    const [owner, stranger, hoarder] = [
      await createActor('owner'),
      await createActor('stranger'),
      await createActor('hoarder'),
    ];
    return { target: { graphql: config.API.GraphQL.endpoint, owner, stranger, hoarder }, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const configOf = (outputs: Parameters<typeof parseAmplifyConfig>[0]) => {
  const { Auth, API } = parseAmplifyConfig(outputs);
  if (!Auth?.Cognito.userPoolId || !API?.GraphQL) throw new TypeError('The file names no user pool or no API.');
  const endpoint = process.env['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'];
  const { userPoolId, userPoolClientId } = Auth.Cognito;
  return {
    Auth: { Cognito: { userPoolId, userPoolClientId, ...(endpoint ? { userPoolEndpoint: endpoint } : {}) } },
    API: { GraphQL: API.GraphQL },
  };
};
