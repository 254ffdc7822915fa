import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { functionRole } from '../../local/assembly/principals';
import { openSecrets } from '../../local/assembly/secrets';
import { loadProject, type Project } from '../../local/project';
import { startTwin, type Twin } from '../../local/twin';
import { background } from '../../resolvers/manifest';
import { calls } from '../permissions/calls';
import { signRequest } from './appsync/edge/signRequest';
import { signUpActor } from '../contract/signUpActor';

const twins: Twin[] = [];

afterEach(async () => {
  for (const twin of twins.splice(0)) await twin.close();
});

const start = async (project: Project, directory?: string): Promise<Twin> => {
  const where = { host: '127.0.0.1', port: 0, pid: process.pid, ...(directory !== undefined && { directory }) };
  const twin = await startTwin({ project, ...where, log: () => undefined });
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

/** The same project, except that followTable may not publish events. */
const withoutFields = (project: Project): Project => {
  const followTable = { ...background.followTable, may: { ...background.followTable.may, fields: [] } };
  return {
    ...project,
    wiring: { ...project.wiring, background: { ...project.wiring.background, followTable } },
  };
};

/** A twin, and a way to call a field as followTable, which resolves with the error's type or undefined. */
const startWithFollower = async (project: Project) => {
  const directory = await mkdtemp(join(tmpdir(), 'myfiles-reload-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const twin = await start(project, directory);
  const role = functionRole('followTable', background.followTable.may, await openSecrets(directory));
  const { accessKeyId: key, secretAccessKey: secret, sessionToken = '' } = role;
  const body = JSON.stringify(calls['Mutation.publishFileEvent']({ fileId: 'a', fileName: 'a.png', pendingId: 'b' }));
  const publish = async (): Promise<unknown> => {
    const { graphql } = twin.endpoints;
    const headers = await signRequest(graphql, body, { key, secret, sessionToken, at: Date.now() });
    const answer = await fetch(graphql, { method: 'POST', headers, body });
    return JSON.parse(await answer.text()).errors?.[0]?.errorType;
  };
  return { twin, publish };
};

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

  it('takes changed grants of a function, its fields among them', async () => {
    const project = await loadProject();
    const { twin, publish } = await startWithFollower(project);
    const before = await publish();

    await twin.reload(withoutFields(project));

    expect([before, await publish()]).toEqual([undefined, 'Unauthorized']);
  });

  it('that is refused leaves the grants as they were', async () => {
    const project = await loadProject();
    const { twin, publish } = await startWithFollower(project);

    await expect(twin.reload(withCode(withoutFields(project), 'export const'))).rejects.toThrow();

    expect(await publish()).toBeUndefined();
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
