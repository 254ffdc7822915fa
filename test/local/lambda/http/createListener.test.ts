import {
  GetFunctionCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
  ListLayersCommand,
  ResourceNotFoundException,
  type InvokeCommandInput,
} from '@aws-sdk/client-lambda';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../../local/clock';
import { listen } from '../../../../local/http/listen';
import { createListener } from '../../../../local/lambda/http/createListener';
import { openFunctions } from '../../../../local/lambda/openFunctions';
import { bundleScript } from '../../../../tools/bundle';

const code = `
export const handler = async (event) => {
  console.log('heard ' + JSON.stringify(event));
  if (event.fail) throw new RangeError('too far');
  if (event.waitFor) await fetch(event.waitFor);
  return { got: event };
};`;

const description = { environment: () => ({}), runtime: 'nodejs24.x', memoryMiB: 64, timeoutSeconds: 10 };

const setup: { client?: LambdaClient; endpoint: string; log: string[]; close: () => Promise<void> } = {
  endpoint: '',
  log: [],
  close: async () => undefined,
};

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-lambda-'));
  const file = join(folder, 'index.mjs');
  await writeFile(file, code);
  const log = (line: string): void => void setup.log.push(line);
  const functions = openFunctions({
    functions: [
      { ...description, name: 'echo', file },
      { ...description, name: 'hermit', file, reservedConcurrency: 1 },
    ],
    script: await bundleScript('local/lambda/worker.ts'),
    clock: systemClock,
    log,
    concurrency: 2,
  });
  const server = await listen(createListener({ functions, clock: systemClock, log }), { port: 0, host: '127.0.0.1' });
  setup.endpoint = `http://127.0.0.1:${server.port}`;
  setup.client = new LambdaClient({
    endpoint: setup.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  });
  setup.close = async () => {
    setup.client?.destroy();
    await server.close();
    await functions.close();
    await rm(folder, { recursive: true });
  };
});
afterAll(() => setup.close());

const client = (): LambdaClient => {
  if (setup.client === undefined) throw new Error('The server has not been started.');
  return setup.client;
};

const invoke = async (input: Partial<InvokeCommandInput>) => {
  const answer = await client().send(new InvokeCommand({ FunctionName: 'echo', ...input }));
  return { ...answer, text: answer.Payload && Buffer.from(answer.Payload).toString() };
};

describe('Lambda, by the SDK', () => {
  it('runs a function and answers what it returns', async () => {
    const answer = await invoke({ Payload: '{"a":[1,null]}' });

    expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST', text: '{"got":{"a":[1,null]}}' });
    expect(answer.FunctionError).toBeUndefined();
    expect(answer.LogResult).toBeUndefined();
  });

  it('tells of a function that throws', async () => {
    const answer = await invoke({ Payload: '{"fail":true}' });

    expect(answer).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled' });
    expect(JSON.parse(answer.text ?? '')).toEqual({
      errorType: 'RangeError',
      errorMessage: 'too far',
      trace: expect.arrayContaining(['RangeError: too far']),
    });
  });

  it('answers the end of the log when asked', async () => {
    const { LogResult = '' } = await invoke({ LogType: 'Tail', Payload: '{"b":2}' });

    const lines = Buffer.from(LogResult, 'base64').toString().split('\n');
    expect(lines[0]).toMatch(/^START RequestId: [0-9a-f-]{36} Version: \$LATEST$/);
    expect(lines[1]).toBe('heard {"b":2}');
    expect(lines[3]).toMatch(/^REPORT RequestId: .*\tMemory Size: 64 MB/);
  });

  it('takes an event and runs it afterwards', async () => {
    const answer = await invoke({ InvocationType: 'Event', Payload: '{"later":true}' });

    expect(answer.StatusCode).toBe(202);
    await expect.poll(() => setup.log, { timeout: 10_000 }).toContain('echo: heard {"later":true}');
  });

  it('refuses a call above a function’s reserved concurrency, but lets an event wait', async () => {
    const waiting: ServerResponse[] = [];
    const server = await listen((_, response) => void waiting.push(response), { port: 0, host: '127.0.0.1' });
    onTestFinished(server.close);
    const FunctionName = 'hermit';
    const Payload = JSON.stringify({ waitFor: `http://127.0.0.1:${server.port}` });

    const first = invoke({ FunctionName, Payload });
    await expect.poll(() => waiting.length, { timeout: 10_000 }).toBe(1);
    await expect(invoke({ FunctionName })).rejects.toMatchObject({
      name: 'TooManyRequestsException',
      message: 'Rate Exceeded.',
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
      $metadata: { httpStatusCode: 429 },
    });
    const later = await invoke({ FunctionName, InvocationType: 'Event', Payload: '{"late":true}' });
    expect(setup.log).not.toContain('hermit: heard {"late":true}');
    waiting.forEach((response) => response.end());

    expect(later.StatusCode).toBe(202);
    expect((await first).StatusCode).toBe(200);
    await expect.poll(() => setup.log, { timeout: 10_000 }).toContain('hermit: heard {"late":true}');
  });

  it('runs nothing on a dry run', async () => {
    const answer = await invoke({ InvocationType: 'DryRun', Payload: '{"dry":true}' });

    expect(answer.StatusCode).toBe(204);
    expect(setup.log).not.toContain('echo: heard {"dry":true}');
  });

  it.each(['arn:aws:lambda:us-east-1:000000000000:function:echo', '000000000000:function:echo:$LATEST'])(
    'knows a function as %s',
    async (FunctionName) => {
      expect((await invoke({ FunctionName, Payload: '1' })).text).toBe('{"got":1}');
    },
  );

  const arn = 'arn:aws:lambda:us-east-1:000000000000:function';
  const pattern = String.raw`(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_\.]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?`;

  it.each<[Partial<InvokeCommandInput>, string, string]>([
    [{ FunctionName: 'echo:7' }, 'ResourceNotFoundException', `Function not found: ${arn}:echo:7`],
    [{ Qualifier: '7' }, 'ResourceNotFoundException', `Function not found: ${arn}:echo:7`],
    [{ FunctionName: `${arn}:nobody` }, 'ResourceNotFoundException', `Function not found: ${arn}:nobody`],
    [
      { FunctionName: 'arn:aws:lambda:eu-west-1:000000000000:function:echo' },
      'ResourceNotFoundException',
      "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')",
    ],
    [
      { FunctionName: 'echo:7', Qualifier: '$LATEST' },
      'InvalidParameterValueException',
      'The derived qualifier from the function name does not match the specified qualifier.',
    ],
    [
      { FunctionName: 'an/other' },
      'ValidationException',
      `1 validation error detected: Value 'an/other' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern}`,
    ],
  ])('finds no function by %j', async (input, name, message) => {
    await expect(invoke(input)).rejects.toMatchObject({ name, message });
  });

  it('refuses what is not there or makes no sense', async () => {
    await expect(invoke({ FunctionName: 'nobody' })).rejects.toThrow(ResourceNotFoundException);
    await expect(invoke({ Qualifier: '7' })).rejects.toThrow(ResourceNotFoundException);
    await expect(invoke({ Payload: '{' })).rejects.toMatchObject({ name: 'InvalidRequestContentException' });
    await expect(client().send(new ListLayersCommand({}))).rejects.toMatchObject({
      name: 'UnsupportedOperationException',
      message: expect.stringContaining('does not support GET'),
    });
  });

  it('refuses a payload that is too large, in the words that Lambda was heard to say', async () => {
    const tooLarge = (message: string) => ({ name: 'RequestEntityTooLargeException', message });

    await expect(invoke({ Payload: `"${'x'.repeat(6 * 1024 * 1024)}"` })).rejects.toMatchObject(
      tooLarge('Request must be smaller than 6291456 bytes for the InvokeFunction operation'),
    );
    await expect(invoke({ InvocationType: 'Event', Payload: `"${'x'.repeat(1024 * 1024)}"` })).rejects.toMatchObject(
      tooLarge('1048578 byte payload is too large for the Event invocation type (limit 1048576 bytes)'),
    );
  });

  it('describes its functions', async () => {
    const { Functions } = await client().send(new ListFunctionsCommand({}));
    const { Configuration } = await client().send(new GetFunctionCommand({ FunctionName: 'echo' }));

    expect(Functions).toContainEqual(Configuration);
    expect(Configuration).toMatchObject({
      FunctionName: 'echo',
      FunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:echo',
      Runtime: 'nodejs24.x',
      MemorySize: 64,
      Timeout: 10,
      CodeSize: code.length,
    });
  });

  it('answers nobody who does not sign', async () => {
    const answer = await fetch(`${setup.endpoint}/2015-03-31/functions/echo/invocations`, { method: 'POST' });

    expect(answer.status).toBe(403);
    expect(answer.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
  });
});
