import type { TestProject } from 'vitest/node';
import { startMemoryTwin } from '../../local/startMemoryTwin';
import { actorsOf } from './actorsOf';
import { signUpActor } from './signUpActor';

/**
 * Chooses what the contract tests run against: the stage that the file CONTRACT_OUTPUTS names, else a twin in memory.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const outputs = process.env['CONTRACT_OUTPUTS'];
  if (outputs) {
    const { target, close } = await actorsOf(outputs);
    project.provide('target', target);
    return close;
  }
  const twin = await startMemoryTwin(process.pid);
  const owner = await signUpActor(twin.endpoints, 'owner@example.com');
  const stranger = await signUpActor(twin.endpoints, 'stranger@example.com');
  const hoarder = await signUpActor(twin.endpoints, 'hoarder@example.com');
  project.provide('target', { graphql: twin.endpoints.graphql, owner, stranger, hoarder });
  return twin.close;
};
