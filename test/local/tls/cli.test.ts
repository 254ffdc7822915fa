import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { poolClient } from '../../../config/pool';
import type { Endpoints } from '../../../local/endpoints';
import { run } from '../../support/runProgram';

/** A twin as `npm run dev -- --memory` starts it, with its configuration in a folder of its own. */
const useTwin = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-https-'));
  const twin = run('local/cli.ts', ['--data', folder, '--port', '0', '--memory']);
  await twin.says('Ctrl-C stops.');
  const endpoints: Endpoints = JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8'));
  return {
    endpoints,
    ca: await readFile(endpoints.certificateAuthority ?? '', 'utf8'),
    config: JSON.parse(await readFile(join(folder, 'amplify_config.json'), 'utf8')),
    stop: async () => {
      twin.child.kill('SIGTERM');
      return (await twin.ended).output;
    },
    [Symbol.asyncDispose]: async () => {
      twin.child.kill('SIGKILL');
      await twin.ended;
      await rm(folder, { recursive: true });
    },
  };
};

const statusOf = (url: string, ca: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { ca, agent: false }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });

describe('npm run dev', () => {
  it('serves the user pool and GraphQL over https, and says how to trust it', async () => {
    await using twin = await useTwin();
    const { endpoints, ca, config } = twin;
    const { oauth } = config.Auth.Cognito.loginWith;
    const { port } = new URL(endpoints.graphql);

    const page = `https://${oauth.domain}/login?client_id=${endpoints.userPoolClientId}&response_type=code`;
    expect(await statusOf(`${page}&redirect_uri=${oauth.redirectSignIn[0]}`, ca)).toBe(200);
    expect(await statusOf(`https://localhost:${port}/graphql`, ca)).toBeGreaterThanOrEqual(400);
    expect((await fetch(endpoints.mailbox)).status).toBe(200);

    expect(endpoints.hostedUi).toBe(`https://${oauth.domain}`);
    expect(oauth).toMatchObject({ responseType: 'code', scopes: poolClient.oauth.scopes });
    expect(await twin.stop()).toContain(`NODE_EXTRA_CA_CERTS=${endpoints.certificateAuthority ?? ''}`);
  });
});
