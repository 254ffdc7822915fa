import type { TestProject } from 'vitest/node';
import { startMemoryTwin } from '../../local/startMemoryTwin';
import { signUpActor } from './signUpActor';

/**
 * Says what the contract tests test: a deployed stage, when CONTRACT_GRAPHQL_URL, CONTRACT_OWNER_TOKEN,
 * CONTRACT_STRANGER_TOKEN and CONTRACT_HOARDER_TOKEN are set, otherwise a twin in memory.
 */
export const setup = async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const {
    CONTRACT_GRAPHQL_URL: deployed,
    CONTRACT_OWNER_TOKEN: ownerToken,
    CONTRACT_STRANGER_TOKEN: strangerToken,
    CONTRACT_HOARDER_TOKEN: hoarderToken,
  } = process.env;
  if (deployed && ownerToken && strangerToken && hoarderToken) {
    project.provide('target', {
      graphql: deployed,
      owner: { token: ownerToken },
      stranger: { token: strangerToken },
      hoarder: { token: hoarderToken },
    });
    return undefined;
  }
  const twin = await startMemoryTwin(process.pid);
  const owner = await signUpActor(twin.endpoints, 'owner@example.com');
  const stranger = await signUpActor(twin.endpoints, 'stranger@example.com');
  const hoarder = await signUpActor(twin.endpoints, 'hoarder@example.com');
  project.provide('target', { graphql: twin.endpoints.graphql, owner, stranger, hoarder });
  return twin.close;
};
