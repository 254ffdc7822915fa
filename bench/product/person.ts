import { MyFiles } from '../../schema/generated/amplify';
import { graphqlRequest } from '../graphql/measureLoad';
import { saveFile, sendFile, type Caller } from './callApi';
import { signUpPerson } from './signUpPerson';
import type { Product } from './startProduct';

/** Signs up a person with 20 files. */
export const openPerson = async ({ endpoints }: Pick<Product, 'endpoints'>): Promise<Caller> => {
  const caller = { graphql: endpoints.graphql, token: await signUpPerson(endpoints, 'bench@example.com') };
  for (let file = 0; file < 20; file += 1) await saveFile(caller, await sendFile(caller, `file ${file}.png`));
  return caller;
};

export const portOf = ({ graphql }: Caller): number => Number(new URL(graphql).port);

/** Listing the person's files, as a load. */
export const listing = ({ graphql, token }: Caller) => ({
  port: portOf({ graphql, token }),
  requests: [graphqlRequest(MyFiles, token, { limit: 20 })],
  expected: '"data":{"myFiles":{"items":[{',
});
