import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeEndpoints } from '../../local/endpoints';
import { loadProject } from '../../local/project';
import { startTwin, type Twin } from '../../local/twin';
import { openSocket } from './appsync/realtime/openSocket';

const origin = 'http://localhost:5173';

const start = async (origins: readonly string[]): Promise<Twin> => {
  const where = { host: '127.0.0.1', port: 0, pid: process.pid };
  const twin = await startTwin({ project: await loadProject(), ...where, origins, log: () => undefined });
  onTestFinished(twin.close);
  return twin;
};

/** What a page of an origin gets from each service that checks origins. */
const answersTo = async ({ endpoints }: Twin, origin: string) => {
  const { s3, bucket, graphql, userPool, userPoolClientId } = endpoints;
  const preflight = { origin, 'access-control-request-method': 'PUT' };
  const login = new URLSearchParams({ client_id: userPoolClientId, response_type: 'code', redirect_uri: origin });
  return {
    storage: (await fetch(`${s3}/${bucket}/any`, { method: 'OPTIONS', headers: preflight })).status,
    events: await openSocket(graphql, { origin }).then(() => 'connected', String),
    signIn: (await fetch(`${userPool}/login?${login}`, { redirect: 'manual' })).status,
  };
};

it('lets pages of named origins send bytes, subscribe and sign in by redirect', async () => {
  const origins = [origin, 'capacitor://localhost'];
  const twin = await start(origins);

  const answers = await Promise.all(origins.map((named) => answersTo(twin, named)));

  expect(answers).toEqual(origins.map(() => ({ storage: 200, events: 'connected', signIn: 200 })));
});

it('lets a page of no other origin', async () => {
  const { storage, events, signIn } = await answersTo(await start([]), origin);

  expect(storage).toBe(403);
  expect(events).toContain('403');
  expect(signIn).not.toBe(200);
});

it('has Amplify come back to the page of a named origin, rather than to the project’s own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-origins-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const read = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'));

  await writeEndpoints(folder, await start([origin]), [origin]);

  const { redirectSignIn, redirectSignOut } = (await read('amplify_config.json')).Auth.Cognito.loginWith.oauth;
  const { redirect_sign_in_uri, redirect_sign_out_uri } = (await read('amplify_outputs.json')).auth.oauth;
  // Of several URLs with the same host, Amplify takes the first.
  for (const urls of [redirectSignIn, redirectSignOut, redirect_sign_in_uri, redirect_sign_out_uri]) {
    expect(urls).toEqual([origin, 'http://localhost:8000']);
  }
});
