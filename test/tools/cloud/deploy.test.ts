import type { ServerResponse } from 'node:http';
import { execFile } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listen } from '../../../local/http/listen';
import { projectRoot } from '../../../tools/paths';

const credentials = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'eu-west-1' };

describe('npm run deploy', { timeout: 60_000 }, () => {
  it.each([
    ['the stage is unknown', ['--stage', 'moon'], {}, 'There is no stage moon: use --stage dev or --stage prod.'],
    [
      'a callback URL is not https in production',
      ['--stage', 'prod', '--origin', 'http://files.example.com'],
      {},
      'http://files.example.com is not an origin like https://files.example.com.',
    ],
    ['no region is chosen', [], {}, 'No region is set. Set AWS_REGION, or a region in your AWS profile.'],
    [
      'CloudFront cannot bring its logs to the region',
      [],
      { AWS_REGION: 'me-central-1' },
      'CloudFront delivers no logs to me-central-1, an opt-in region. Choose another, such as eu-west-1.',
    ],
    [
      'there are no credentials',
      [],
      { AWS_REGION: 'eu-west-1' },
      'No AWS credentials were found. Run aws sso login, or set AWS_PROFILE.',
    ],
  ])('says in one line that %s', async (_, args, environment, line) => {
    expect(await deploy(args, environment)).toEqual({ status: 1, stdout: '', stderr: `${line}\n` });
  });

  it('says in one line that AWS refuses the credentials', async () => {
    const endpoint = await answerAs((_, response) => {
      response.writeHead(403, { 'content-type': 'text/xml' });
      response.end(
        '<ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>old</Message></Error></ErrorResponse>',
      );
    });

    const { status, stderr } = await deploy([], { ...credentials, AWS_ENDPOINT_URL: endpoint });

    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'AWS rejected the credentials (ExpiredToken). Sign in again.\n',
    });
  });

  it('says in one line that the account is not bootstrapped, and how it is', async () => {
    const endpoint = await answerAs((target, response) => {
      if (target === undefined) {
        response.writeHead(200, { 'content-type': 'text/xml' });
        return response.end(identity);
      }
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
      return response.end('{"__type":"ParameterNotFound"}');
    });

    const { status, stderr } = await deploy([], { ...credentials, AWS_ENDPOINT_URL: endpoint });

    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'aws://111122223333/eu-west-1 is not bootstrapped. Run: npx cdk bootstrap aws://111122223333/eu-west-1\n',
    });
  });

  it('says in one line that the account has too little concurrency, even to who may not look for the bootstrap', async () => {
    const endpoint = await answerAs((target, response) => {
      if (target === undefined) {
        response.writeHead(200, { 'content-type': 'text/xml' });
        return response.end(identity);
      }
      if (target === 'AmazonSSM.GetParameter') {
        response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
        return response.end('{"__type":"AccessDeniedException"}');
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      return response.end('{"AccountLimit":{"ConcurrentExecutions":10,"UnreservedConcurrentExecutions":10}}');
    });

    const { status, stderr } = await deploy([], { ...credentials, AWS_ENDPOINT_URL: endpoint });

    expect({ status, stderr }).toEqual({
      status: 1,
      stderr:
        'This account allows 10 concurrent Lambda calls. The stage reserves 151, and 100 must stay unreserved: ' +
        'request 251 (Service Quotas, L-B99A9384).\n',
    });
  });
});

const identity = `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111122223333</Account>
<Arn>arn:aws:iam::111122223333:user/dev</Arn><UserId>AIDA</UserId></GetCallerIdentityResult></GetCallerIdentityResponse>`;

type Answer = (target: string | undefined, response: ServerResponse) => void;

/** A server in place of STS (no target), Systems Manager (its target header) and Lambda (its path as target). */
async function answerAs(answer: Answer): Promise<string> {
  const listening = await listen(
    (request, response) => {
      const target = request.headers['x-amz-target'] ?? (request.url === '/' ? undefined : request.url);
      request.resume().once('end', () => answer(target === undefined ? undefined : String(target), response));
    },
    { host: '127.0.0.1', port: 0 },
  );
  onTestFinished(listening.close);
  return `http://127.0.0.1:${listening.port}`;
}

function deploy(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const command = ['tools/run.cjs', 'tools/cloud/deploy.ts', ...(args.length > 0 ? args : ['--stage', 'dev'])];
  const env = { PATH: process.env.PATH, HOME: '/nowhere', AWS_EC2_METADATA_DISABLED: 'true', ...environment };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, command, { cwd: projectRoot, env }, (_, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr });
    });
  });
}
