import { once } from 'node:events';
import { request } from 'node:http';
import {
  AppSyncClient,
  EvaluateCodeCommand,
  EvaluateMappingTemplateCommand,
  ListGraphqlApisCommand,
} from '@aws-sdk/client-appsync';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EvaluatorClosed } from '../../../../local/appsync/evaluator/errors';
import { evaluateCode } from '../../../../local/appsync/evaluator/evaluateCode';
import { openEvaluator } from '../../../../local/appsync/evaluator/openEvaluator';
import type { ApiOptions } from '../../../../local/appsync/options';
import { systemClock } from '../../../../local/clock';
import { giving, notebook } from '../edge/notebook';
import { startApi } from '../edge/startApi';

const hello = notebook({ schema: 'type Query { hello: String }', resolvers: { 'Query.hello': giving("'x'") } });
const command = new EvaluateCodeCommand({
  runtime: { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' },
  code: 'export const request = () => 1; export const response = () => 2;',
  context: '{}',
  function: 'request',
});
const signed = (accessKeyId = 'AKIDANYONE', service = 'appsync') =>
  `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261122/eu-west-1/${service}/aws4_request, ` +
  `SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`;

const start = async (answer: ApiOptions['evaluateCode'] = async () => ({ status: 200, headers: {}, body: '{}' })) => {
  const { url, logged } = await startApi(hello, { evaluateCode: answer });
  const send = async (init: RequestInit) => {
    const response = await fetch(new URL('/v1/dataplane-evaluatecode', url), { method: 'POST', ...init });
    const text = await response.text();
    return { status: response.status, type: response.headers.get('x-amzn-errortype'), text };
  };
  return { endpoint: new URL(url).origin, send, logged };
};

describe('any other operation of AppSync’s API', () => {
  it.each([
    [
      'POST /v1/dataplane-evaluatetemplate',
      (client: AppSyncClient) => client.send(new EvaluateMappingTemplateCommand({ template: '{}', context: '{}' })),
    ],
    ['GET /v1/apis', (client: AppSyncClient) => client.send(new ListGraphqlApisCommand({}))],
  ])('is refused by name: %s', async (name, call) => {
    const { endpoint } = await start();
    const credentials = { accessKeyId: 'whoever', secretAccessKey: 'whatever' };

    await expect(call(new AppSyncClient({ endpoint, region: 'eu-west-1', credentials }))).rejects.toMatchObject({
      name: 'UnsupportedOperationException',
      message: `The twin does not support ${name}, only EvaluateCode.`,
    });
  });
});

describe('POST /v1/dataplane-evaluatecode', () => {
  it('answers the AWS SDK, whose key is any', async () => {
    const evaluator = await openEvaluator({ clock: systemClock });
    onTestFinished(() => evaluator.close());
    const { endpoint } = await start(evaluateCode(evaluator));
    const credentials = { accessKeyId: 'whoever', secretAccessKey: 'whatever' };

    const answer = await new AppSyncClient({ endpoint, region: 'eu-west-1', credentials }).send(command);

    expect(answer).toMatchObject({ evaluationResult: '1', logs: [], stash: '{}', outErrors: '[]' });
  });

  it.each([
    ['without a signature', undefined, 'MissingAuthenticationTokenException', 'Missing Authentication Token'],
    [
      'with a token of another kind',
      'Bearer abc',
      'MissingAuthenticationTokenException',
      'Missing Authentication Token',
    ],
    [
      'with half a signature',
      'AWS4-HMAC-SHA256 Credential=a/20261122/eu-west-1/appsync/aws4_request',
      'IncompleteSignatureException',
      "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter.",
    ],
    [
      'with a credential that is none',
      signed().replace('/20261122/eu-west-1/appsync/aws4_request', ''),
      'IncompleteSignatureException',
      'Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.',
    ],
    [
      'signed for another service',
      signed('AKIDANYONE', 's3'),
      'InvalidSignatureException',
      "Credential should be scoped to correct service: 'appsync'.",
    ],
  ])('refuses a request %s', async (_what, authorization, type, message) => {
    const { send } = await start();

    const answer = await send({ body: '{}', ...(authorization && { headers: { authorization } }) });

    expect(answer).toEqual({ status: 403, type, text: JSON.stringify({ message }) });
  });

  it('says InternalFailureException when the fault is its own', async () => {
    const { send, logged } = await start(async () => {
      throw new EvaluatorClosed();
    });

    const answer = await send({ body: '{}', headers: { authorization: signed() } });

    expect(answer).toEqual({
      status: 500,
      type: 'InternalFailureException',
      text: '{"message":"An internal failure occurred."}',
    });
    expect(logged).toEqual([expect.stringContaining('The evaluator is closed.')]);
  });

  it('is a typed exception of the AWS SDK', async () => {
    const { endpoint } = await start(async () => {
      throw new EvaluatorClosed();
    });
    const credentials = { accessKeyId: 'whoever', secretAccessKey: 'whatever' };
    const client = new AppSyncClient({ endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 });

    await expect(client.send(command)).rejects.toMatchObject({
      name: 'InternalFailureException',
      message: 'An internal failure occurred.',
    });
  });

  it.each([
    ['a body that is too large', { body: 'x'.repeat(1024 * 1024 + 1) }, 413, 'BadRequestException'],
    ['another method', { method: 'PUT', body: '{}' }, 405, 'BadRequestException'],
  ])('refuses %s in the shape of the control plane', async (_what, init, status, type) => {
    const { send } = await start();

    const answer = await send({ ...init, headers: { authorization: signed() } });

    expect(answer).toEqual({ status, type, text: expect.stringMatching(/^\{"message":"[^"]+"\}$/) });
  });

  it('lets no page call or read', async () => {
    const { endpoint } = await start();
    const place = new URL('/v1/dataplane-evaluatecode', endpoint);
    const asked = { origin: 'https://stranger.example', 'access-control-request-method': 'POST' };

    const preflight = await fetch(place, { method: 'OPTIONS', headers: asked });
    const answer = await fetch(place, { method: 'POST', body: '{}', headers: { authorization: signed() } });
    const refusal = await fetch(place, { method: 'POST', body: '{}' });

    expect([preflight.status, answer.status, refusal.status]).toEqual([405, 200, 403]);
    for (const { headers } of [preflight, answer, refusal]) expect([...headers.keys()].join()).not.toContain('access-');
  });

  it('is not there under a name that somebody else may own', async () => {
    const { endpoint } = await start();
    const headers = { authorization: signed(), host: 'stranger.example' };

    const [answer] = await once(
      request(new URL('/v1/dataplane-evaluatecode', endpoint), { method: 'POST', headers }).end('{}'),
      'response',
    );

    expect(answer).toMatchObject({ statusCode: 403, headers: { 'x-amzn-errortype': 'AccessDeniedException' } });
    answer.resume();
  });
});
