import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadProject } from '../../local/project';
import { startTwin, type Twin } from '../../local/twin';
import { GetDownloadUrl, GetUploadUrl, SaveFileMetadata } from '../../schema/generated/amplify';
import { signUpActor } from '../contract/signUpActor';

/** A log line of a function. */
interface Line {
  readonly by: string;
  readonly text: string;
  readonly level: string;
  readonly requestId: string;
  readonly message: { readonly outcome: string; readonly apiRequestId: string; readonly milliseconds: number };
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const fileName = 'my secret holiday.png';

const setup: { twin?: Twin; token: string; readonly lines: string[] } = { token: '', lines: [] };

beforeAll(async () => {
  const where = { host: '127.0.0.1', port: 0, pid: process.pid, isVerbose: true };
  setup.twin = await startTwin({ project: await loadProject(), ...where, log: (line) => setup.lines.push(line) });
  setup.token = (await signUpActor(setup.twin.endpoints, 'owner@example.com')).token;
});
afterAll(() => setup.twin?.close());

const ask = async (query: string, variables: object, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(setup.twin?.endpoints.graphql ?? '', {
    method: 'POST',
    headers: { authorization: setup.token, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { id: response.headers.get('x-amzn-requestid'), ...JSON.parse(await response.text()) };
};

/** What a function logged about the request with this id. */
const lineOf = async (by: string, id: string | null): Promise<Line> => {
  const found = () => setup.lines.find((line) => line.startsWith(`${by}: {`) && line.includes(String(id)));
  await expect.poll(found, { timeout: 10_000 }).toBeDefined();
  const text = found() ?? '';
  return { by, text, ...JSON.parse(text.slice(by.length + 2)) };
};

const ticketOf = (headers = {}) =>
  ask(GetUploadUrl, { input: { fileName, contentType: 'image/png', size: 5 } }, headers);

describe('what a function logs of a call', () => {
  it("names Lambda's request and AppSync's, which the client was told", async () => {
    const { id } = await ticketOf();

    const { level, requestId, message } = await lineOf('signUpload', id);
    expect({ level, message }).toEqual({
      level: 'INFO',
      message: { outcome: 'OK', apiRequestId: id, milliseconds: expect.any(Number) },
    });
    expect(requestId).toMatch(uuid);
    expect(id).toMatch(uuid);
    expect(requestId).not.toBe(id);
  });

  it('says why a request was refused', async () => {
    const { data } = await ticketOf();

    const { id, errors } = await ask(SaveFileMetadata, { input: { fileId: data.getUploadUrl.fileId } });

    expect(errors[0].errorType).toBe('OBJECT_MISSING');
    expect((await lineOf('proveUpload', id)).message.outcome).toBe('OBJECT_MISSING');
  });

  it('holds no URL, key, name or token', async () => {
    const { data } = await ticketOf();
    const { uploadUrl, headers, fileId, key } = data.getUploadUrl;
    const sent = headers.map(({ name, value }: { name: string; value: string }) => [name, value]);
    await fetch(uploadUrl, { method: 'PUT', headers: Object.fromEntries(sent), body: 'hello' });
    const save = await ask(SaveFileMetadata, { input: { fileId } });
    const download = await ask(GetDownloadUrl, { fileId });

    await lineOf('proveUpload', save.id);
    await lineOf('signDownload', download.id);
    const log = setup.lines.filter((line) => /^\w+: \{/.test(line)).join('\n');
    for (const secret of [fileName, key, setup.token, 'http', 'X-Amz-', 'uploads/', 'ASIA']) {
      expect(log).not.toContain(secret);
    }
  });

  it("takes no text of a client's for an id", async () => {
    const { id } = await ticketOf({ 'x-amzn-requestid': 'forged', 'x-amzn-trace-id': 'two words' });

    expect((await lineOf('signUpload', id)).message.apiRequestId).toBe(id);
    expect(setup.lines.join('\n')).not.toContain('forged');
  });

  it("names Lambda's request in the background as well", async () => {
    const line = () => setup.lines.find((text) => text.startsWith('followTable: {'));
    await ticketOf();

    await expect.poll(line, { timeout: 10_000 }).toBeDefined();
    const { function_request_id, service } = JSON.parse((line() ?? '').slice('followTable: '.length));
    expect({ function_request_id, service }).toEqual({
      function_request_id: expect.stringMatching(uuid),
      service: 'followTable',
    });
  });
});
