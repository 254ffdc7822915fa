import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock, type Clock } from '../../../local/clock';
import { liveInUtc } from '../../../local/lambda/liveInUtc';
import { openFunctions, type LocalFunctions } from '../../../local/lambda/openFunctions';
import { bundleScript } from '../../../tools/bundle';

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(cleanups.splice(0).map((cleanup) => cleanup()));
});

interface Surroundings {
  readonly timeoutSeconds?: number;
  readonly clock?: Clock;
  readonly idleMilliseconds?: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly log?: (line: string) => void;
}

const openWith = async (code: string, surroundings: Surroundings = {}): Promise<LocalFunctions> => {
  const { timeoutSeconds = 10, clock = systemClock, idleMilliseconds = 60_000 } = surroundings;
  const { environment = { COLOUR: 'green' }, log = () => undefined } = surroundings;
  const directory = await mkdtemp(join(tmpdir(), 'myfiles-lambda-'));
  const file = join(directory, 'index.mjs');
  await writeFile(file, code);
  const functions = openFunctions({
    functions: [
      {
        name: 'probe',
        file,
        environment: () => environment,
        runtime: 'nodejs24.x',
        memoryMiB: 64,
        timeoutSeconds,
      },
    ],
    script: await bundleScript('local/lambda/worker.ts'),
    clock,
    log,
    concurrency: 2,
    idleMilliseconds,
  });
  cleanups.push(functions.close, () => rm(directory, { recursive: true }));
  return functions;
};

describe('openFunctions', () => {
  it('hands the event in and the answer out as JSON', async () => {
    const functions = await openWith(
      'export const handler = async (event) => ({ got: event, at: new Date(0), gone: undefined })',
    );

    const answer = await functions.invoke('probe', { a: [1, null] });

    expect(answer).toEqual({ ok: true, payload: { got: { a: [1, null] }, at: '1970-01-01T00:00:00.000Z' } });
  });

  it('gives a function the environment of its description and nothing of this process', async () => {
    const functions = await openWith('export const handler = async () => process.env');

    expect(await functions.invoke('probe', null)).toEqual({ ok: true, payload: { COLOUR: 'green' } });
  });

  it('lets a function live in UTC, as Lambda does, wherever it is developed', async () => {
    vi.stubEnv('TZ', 'Asia/Tokyo');
    liveInUtc();
    const functions = await openWith(
      'export const handler = async () => [new Date(0).getHours(), Intl.DateTimeFormat().resolvedOptions().timeZone]',
    );

    expect(await functions.invoke('probe', null)).toEqual({ ok: true, payload: [0, 'UTC'] });
  });

  it('lets a function live in the time of the clock', async () => {
    const state = { now: Date.parse('2031-05-04T03:02:01Z') };
    const functions = await openWith(
      `const loadedAt = new Date();
      export const handler = async (_event, context) => ({
        years: [loadedAt, new Date(), new Date(Date.now())].map((date) => date.getUTCFullYear()),
        text: Date().slice(11, 15),
        given: [new Date(0), new Date(2020, 1), new Date('2021-01-01T00:00:00Z')].map((date) => date.getUTCFullYear()),
        isDate: new Date() instanceof Date && Date.UTC(1970, 0) === 0,
        isLeft: context.getRemainingTimeInMillis() > 0 && context.getRemainingTimeInMillis() <= 10_000,
      })`,
      { clock: () => state.now },
    );

    const first = await functions.invoke('probe', null);
    state.now = Date.parse('2032-06-05T04:03:02Z');
    const second = await functions.invoke('probe', null);

    const others = { given: [1970, 2020, 2021], isDate: true, isLeft: true };
    expect(first).toEqual({ ok: true, payload: { years: [2031, 2031, 2031], text: '2031', ...others } });
    expect(second).toEqual({ ok: true, payload: { years: [2031, 2032, 2032], text: '2032', ...others } });
  });

  it('runs one event at a time in an environment', async () => {
    const functions = await openWith(`
      let running = 0;
      export const handler = async () => {
        running += 1;
        const seen = running;
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
        return seen;
      }`);

    const answers = await Promise.all(Array.from({ length: 9 }, () => functions.invoke('probe', null)));

    expect(answers).toEqual(Array.from({ length: 9 }, () => ({ ok: true, payload: 1 })));
  });

  it('runs events at once in as many environments as it may when they take their time', async () => {
    // Ends once two events have begun in two environments, each of which writes a file.
    const functions = await openWith(`
      import { randomUUID } from 'node:crypto';
      import { readdir, writeFile } from 'node:fs/promises';
      const environment = randomUUID();
      export const handler = async (folder) => {
        await writeFile(folder + '/' + environment, '');
        while ((await readdir(folder)).length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
        return environment;
      }`);
    const folder = await mkdtemp(join(tmpdir(), 'myfiles-lambda-seen-'));
    cleanups.push(() => rm(folder, { recursive: true }));

    const answers = await Promise.all(Array.from({ length: 5 }, () => functions.invoke('probe', folder)));

    expect(new Set(answers.map((answer) => (answer.ok ? answer.payload : answer))).size).toBe(2);
  });

  it('keeps to the environment it has while events are answered soon', async () => {
    const functions = await openWith(`
      import { randomUUID } from 'node:crypto';
      const environment = randomUUID();
      export const handler = async () => environment;`);
    await functions.invoke('probe', null);

    const answers = await Promise.all(Array.from({ length: 20 }, () => functions.invoke('probe', null)));

    expect(new Set(answers.map((answer) => (answer.ok ? answer.payload : answer))).size).toBe(1);
  });

  it('reports what a handler throws by its name and message', async () => {
    const functions = await openWith('export const handler = async () => { throw new RangeError("too far") }');

    const answer = await functions.invoke('probe', null);

    expect(answer).toEqual({ ok: false, errorType: 'RangeError', errorMessage: 'too far' });
  });

  // https://github.com/aws/aws-lambda-nodejs-runtime-interface-client, of Node 24
  it.each([
    ['throws a text', 'async () => { throw "too far" }', 'string', 'too far'],
    ['gives what has no JSON', 'async () => 1n', 'Runtime.JSONStringifyError', 'Unable to stringify response body'],
    ['is no function', '"none"', 'Runtime.HandlerNotFound', 'index.handler is not a function'],
    ['is missing', 'undefined', 'Runtime.HandlerNotFound', 'index.handler is undefined or not exported'],
    ['waits for a callback', '(_event, _context, done) => done()', 'Runtime.CallbackHandlerDeprecated', /Node\.js 24/],
    ['gives too much', 'async () => "x".repeat(6291555)', 'Function.ResponseSizeTooLarge', /\(6291556 bytes\)\.$/],
  ])('reports a handler that %s as Lambda does', async (_case, handler, errorType, message) => {
    const functions = await openWith(`export const handler = ${handler}`);

    const errorMessage: unknown = expect.stringMatching(message);
    expect(await functions.invoke('probe', null)).toEqual({ ok: false, errorType, errorMessage });
  });

  it('gives what Lambda just takes', async () => {
    const functions = await openWith('export const handler = async () => "x".repeat(6291554)');

    expect(await functions.invoke('probe', null)).toMatchObject({ ok: true });
  });

  it('tells a handler what its context is, and nothing of an event loop, which Node 24 leaves alone', async () => {
    const functions = await openWith('export const handler = async (_event, context) => context');

    expect(await functions.invoke('probe', null)).toEqual({
      ok: true,
      payload: {
        awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        functionName: 'probe',
        functionVersion: '$LATEST',
        invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:probe',
        memoryLimitInMB: '64',
        logGroupName: '/aws/lambda/probe',
        logStreamName: 'local',
      },
    });
  });

  it('reports a bundle that cannot be loaded on every call', async () => {
    const functions = await openWith('throw new TypeError("no such variable")');

    const answers = [await functions.invoke('probe', null), await functions.invoke('probe', null)];

    const failure = { ok: false, errorType: 'TypeError', errorMessage: 'no such variable' };
    expect(answers).toEqual([failure, failure]);
  });

  it('ends an environment that takes too long, and goes on with a new one', async () => {
    const functions = await openWith('export const handler = async (endless) => { while (endless); return "done" }', {
      timeoutSeconds: 1,
    });

    const answers = [await functions.invoke('probe', true), await functions.invoke('probe', false)];

    expect(answers[0]).toEqual({
      ok: false,
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringMatching(/^RequestId: [0-9a-f-]{36} Error: Task timed out after 1\.00 seconds$/),
    });
    expect(answers[1]).toEqual({ ok: true, payload: 'done' });
  });

  it('survives a function that ends its process', async () => {
    const functions = await openWith(
      'export const handler = async (end) => { if (end) process.exit(1); return "alive" }',
    );

    const answers = [await functions.invoke('probe', true), await functions.invoke('probe', false)];

    expect(answers[0]).toEqual({
      ok: false,
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringMatching(/^RequestId: [0-9a-f-]{36} Error: Runtime exited with error: exit status 1$/),
    });
    expect(answers[1]).toEqual({ ok: true, payload: 'alive' });
  });

  it('tells the log what nobody has caught', async () => {
    const lines: string[] = [];
    const functions = await openWith(
      'export const handler = () => new Promise(() => { Promise.reject(new RangeError("too far")) })',
      { log: (line) => lines.push(line) },
    );

    expect(await functions.invoke('probe', null)).toMatchObject({ errorType: 'Runtime.ExitError' });
    expect(lines.join('\n')).toContain('probe: RangeError: too far\n    at ');
  });

  it('goes on with a new environment when one ended between two events', async () => {
    const functions = await openWith(`
      export const handler = async (folder) => {
        process.on('exit', () => process.getBuiltinModule('fs').writeFileSync(folder + '/ended', ''));
        setTimeout(() => process.exit(1), 20);
        return 'alive';
      }`);
    const folder = await mkdtemp(join(tmpdir(), 'myfiles-lambda-ended-'));
    cleanups.push(() => rm(folder, { recursive: true }));

    const first = await functions.invoke('probe', folder);
    await expect.poll(() => readdir(folder)).toEqual(['ended']);
    await setTimeout(50); // until the pool has noticed

    expect([first, await functions.invoke('probe', folder)]).toEqual(Array(2).fill({ ok: true, payload: 'alive' }));
  });

  it('ends an environment that had nothing to do for a while', async () => {
    const functions = await openWith('let calls = 0; export const handler = async () => (calls += 1)', {
      idleMilliseconds: 20,
    });
    await functions.invoke('probe', null);

    const count = async () => functions.invoke('probe', null);

    await expect.poll(count, { interval: 200 }).toEqual({ ok: true, payload: 1 });
  });

  it('lets an event end with the code that it began with when that is replaced', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myfiles-lambda-replaced-'));
    cleanups.push(() => rm(folder, { recursive: true }));
    const functions = await openWith(`
      import { readdir, writeFile } from 'node:fs/promises';
      export const handler = async (folder) => {
        await writeFile(folder + '/began', '');
        while (!(await readdir(folder)).includes('go')) await new Promise((resolve) => setTimeout(resolve, 5));
        return 'the old code';
      }`);
    const [old] = functions.list();
    const file = join(folder, 'index.mjs');
    await writeFile(file, "export const handler = async () => 'the new code'");
    const answer = functions.invoke('probe', folder);
    await expect.poll(() => readdir(folder)).toContain('began');

    if (old) functions.replace([{ ...old, file }]);
    const next = await functions.invoke('probe', folder);
    await writeFile(join(folder, 'go'), '');

    expect([await answer, next]).toEqual([
      { ok: true, payload: 'the old code' },
      { ok: true, payload: 'the new code' },
    ]);
  });

  it('answers at its end who is served and who waits, and starts nothing more', async () => {
    const functions = await openWith(
      'export const handler = async (event) => (event === "late" ? "ran" : new Promise(() => {}))',
    );
    const answers = ['one', 'two', 'late'].map((event) => functions.invoke('probe', event));

    await functions.close();

    const ended = { ok: false, errorType: 'Runtime.ExitError' };
    expect(await Promise.all(answers)).toMatchObject([ended, ended, ended]);
  });

  it('names a function it does not have', async () => {
    const functions = await openWith('export const handler = async () => 1');

    expect(await functions.invoke('nothing', null)).toMatchObject({ errorType: 'ResourceNotFoundException' });
  });
});

describe('the JSON lines of a function', () => {
  const linesOf = async (body: string, count: number) => {
    const lines: string[] = [];
    const functions = await openWith(`export const handler = async () => { ${body} }`, {
      environment: { AWS_LAMBDA_LOG_FORMAT: 'JSON' },
      log: (line) => lines.push(line),
    });
    await functions.invoke('probe', null);
    await expect.poll(() => lines).toHaveLength(count);
    return lines.map((line) => JSON.parse(line.replace('probe: ', '')));
  };
  const about = (level: string) => ({ timestamp: expect.any(String), level, requestId: expect.any(String) });
  const stackTrace = expect.arrayContaining([expect.stringContaining('too far')]);

  it('tell of an error that the handler throws, with its stack', async () => {
    const message = { errorType: 'RangeError', errorMessage: 'too far', stackTrace, by: 2 };

    expect(await linesOf('throw Object.assign(new RangeError("too far"), { by: 2 })', 1)).toEqual([
      { ...about('ERROR'), message },
    ]);
  });

  it('hold one value as it is, and tell an error among several beside their text', async () => {
    const body = `
      console.info({ a: [1] });
      console.warn('plain', { b: 2 });
      console.fatal(7);
      console.error('It went', new RangeError('too far'));`;

    const lines = await linesOf(body, 4);

    expect(lines).toEqual([
      { ...about('INFO'), message: { a: [1] } },
      { ...about('WARN'), message: 'plain { b: 2 }' },
      { ...about('FATAL'), message: 7 },
      {
        ...about('ERROR'),
        message: expect.stringMatching(/^It went RangeError: too far\n/),
        errorType: 'RangeError',
        errorMessage: 'too far',
        stackTrace,
      },
    ]);
  });

  it('hold the text of what has no JSON', async () => {
    const body = 'const circle = {}; circle.circle = circle; console.info(circle); console.info({ a: 1n });';

    const lines = await linesOf(body, 2);

    expect(lines.map(({ message }) => message)).toEqual(['<ref *1> { circle: [Circular *1] }', '{ a: 1n }']);
  });
});
