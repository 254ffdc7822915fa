import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client/core';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { generateClient } from 'aws-amplify/api';
import { expect, it } from 'vitest';
import { SaveFileMetadata } from '../../schema/generated/amplify';
import { SaveFileMetadataDocument } from '../../schema/generated/documents';
import { startSession } from './startSession';

// What docs/guides/errors.md says about client libraries.

const variables = { input: { fileId: 'none' } };

it('are where a client of Amplify looks for them', async () => {
  await startSession();
  const save = (options: object) => generateClient().graphql({ query: SaveFileMetadata, variables, ...options });

  await expect(save({})).rejects.toMatchObject({ errors: [{ errorType: 'UPLOAD_NOT_FOUND' }] });
  await expect(save({ authMode: 'lambda', authToken: 'no.such.token' })).rejects.toMatchObject({
    errors: [{ originalError: { name: 'UnauthorizedException' } }],
  });
});

it('are where a client of Apollo looks for them', async () => {
  const { twin, token } = await startSession();
  const save = (authorization: string): Promise<unknown> => {
    const link = new HttpLink({ uri: twin.endpoints.graphql, headers: { authorization } });
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    return client
      .mutate({ mutation: SaveFileMetadataDocument, variables })
      .catch((error: unknown) =>
        CombinedGraphQLErrors.is(error) ? error.errors[0] : ServerError.is(error) && error.statusCode,
      );
  };

  expect(await save(token)).toMatchObject({ errorType: 'UPLOAD_NOT_FOUND' });
  expect(await save('no.such.token')).toBe(401);
});
