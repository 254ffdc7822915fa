import { afterEach, describe, expect, it } from 'vitest';
import { loadProject, type Project } from '../../local/project';
import { startTwin, type Twin } from '../../local/twin';
import { signUpActor } from '../contract/signUpActor';

const twins: Twin[] = [];

afterEach(async () => {
  for (const twin of twins.splice(0)) await twin.close();
});

const start = async (project: Project): Promise<Twin> => {
  const twin = await startTwin({ project, host: '127.0.0.1', port: 0, pid: process.pid, log: () => undefined });
  twins.push(twin);
  return twin;
};

const ask = async (twin: Twin, token: string, query: string) => {
  const headers = { authorization: token, 'content-type': 'application/json' };
  const answer = await fetch(twin.endpoints.graphql, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return JSON.parse(await answer.text());
};

const withCode = (project: Project, code: string): Project => ({
  ...project,
  bundles: { ...project.bundles, resolvers: { ...project.bundles.resolvers, 'Query.myFiles': code } },
});

describe('a reload of the twin', () => {
  it('takes changed code for the next request', async () => {
    const project = await loadProject();
    const twin = await start(project);
    const { token } = await signUpActor(twin.endpoints, 'owner@example.com');
    const code =
      "import { util } from '@aws-appsync/utils';\n" +
      "export const request = () => util.error('the new code', 'NEW');\nexport const response = () => null;\n";

    await twin.reload(withCode(project, code));

    const { errors } = await ask(twin, token, '{ myFiles { nextToken } }');
    expect(errors).toMatchObject([{ errorType: 'NEW', message: 'the new code' }]);
  });

  it('refuses what does not hold together, and goes on with the version before', async () => {
    const project = await loadProject();
    const twin = await start(project);
    const { token } = await signUpActor(twin.endpoints, 'owner@example.com');

    const broken = [
      withCode(project, 'export const request = () => {'),
      withCode(project, 'export const request = () => ({});'),
      { ...project, schema: `${project.schema} type {` },
      { ...project, schema: `${project.schema}\nextend type Query { more: String }` },
    ];
    for (const next of broken) await expect(twin.reload(next)).rejects.toThrow();

    const { data, errors } = await ask(twin, token, '{ myFiles { items { fileId } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ myFiles: { items: [] } });
  });
});
