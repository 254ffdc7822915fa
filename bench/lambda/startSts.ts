import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers every request with a session at once, so that a cold start is measured without the latency to AWS. */
export const startSts = async (): Promise<string> => {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.end(answer()));
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
};

const answer = (): string =>
  '<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIABENCH</AccessKeyId>' +
  '<SecretAccessKey>bench</SecretAccessKey><SessionToken>bench</SessionToken>' +
  `<Expiration>${new Date(Date.now() + 3_600_000).toISOString()}</Expiration>` +
  '</Credentials></AssumeRoleResult></AssumeRoleResponse>';
