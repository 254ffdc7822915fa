import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadProject } from '../../local/project';
import { startTwin } from '../../local/twin';
import type { UploadTicket } from '../../schema/generated/types';
import { signUpActor } from '../contract/signUpActor';

const MiB = 1024 ** 2;
const setup: { graphql: string; token: string; close: () => Promise<void>; count: number } = {
  graphql: '',
  token: '',
  close: async () => undefined,
  count: 0,
};

/** A twin that takes files above 1 MiB in parts, so that a few megabytes are a large file. */
beforeAll(async () => {
  const project = await loadProject();
  const environment = {
    ...project.wiring.environment,
    MULTIPART_THRESHOLD_BYTES: String(MiB),
    MIN_PART_BYTES: String(5 * MiB),
  };
  const twin = await startTwin({
    project: { ...project, wiring: { ...project.wiring, environment } },
    host: '127.0.0.1',
    port: 0,
    pid: process.pid,
    log: () => undefined,
  });
  const { token } = await signUpActor(twin.endpoints, 'owner@example.com');
  Object.assign(setup, { graphql: twin.endpoints.graphql, token, close: twin.close });
});
afterAll(() => setup.close());

interface Reply {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { readonly errorType: string }[];
}

const ask = async (query: string, variables: object): Promise<Reply> => {
  const response = await fetch(setup.graphql, {
    method: 'POST',
    headers: { authorization: setup.token, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return JSON.parse(await response.text());
};

/** What a client may do, rightly or wrongly. */
const steps = [
  'ask again',
  'put',
  'cut',
  'swap',
  'part 1',
  'part 2',
  'swap part 2',
  'save',
  'save twice',
  'abort',
] as const;
type Step = (typeof steps)[number];

interface Upload {
  readonly bytes: Buffer;
  readonly promise: object;
  ticket: UploadTicket;
}

const ticketQuery = `mutation ($input: GetUploadUrlInput!) { getUploadUrl(input: $input)
  { fileId key method uploadUrl headers { name value } partSize partCount parts { partNumber uploadUrl } expiresAt } }`;

const isTicket = (value: unknown): value is UploadTicket =>
  typeof value === 'object' && value !== null && 'fileId' in value;

const askTicket = async (input: object): Promise<UploadTicket | string> => {
  const { data, errors } = await ask(ticketQuery, { input });
  const ticket = data?.['getUploadUrl'];
  return isTicket(ticket) ? ticket : (errors?.[0]?.errorType ?? 'nothing');
};

const begin = async (size: number): Promise<Upload> => {
  setup.count += 1;
  const bytes = Buffer.alloc(size, `upload ${setup.count} `);
  const checksum = size > MiB ? {} : { checksumSha256: createHash('sha256').update(bytes).digest('base64') };
  const promise = { fileName: `file ${setup.count}`, contentType: 'text/plain', size, ...checksum };
  const ticket = await askTicket(promise);
  if (!isTicket(ticket)) throw new Error(ticket);
  return { bytes, promise, ticket };
};

const send = async (url: string | null | undefined, body: Buffer, headers: Record<string, string> = {}) => {
  if (!url) return;
  const response = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(body) });
  await response.arrayBuffer();
  expect([200, 400, 403, 404, 412]).toContain(response.status);
};

const putWhole = ({ ticket }: Upload, body: Buffer) =>
  send(ticket.uploadUrl, body, Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value])));

const putPart = ({ ticket, bytes }: Upload, number: number, change: (part: Buffer) => Buffer = (part) => part) => {
  const partSize = ticket.partSize ?? bytes.length;
  const url = ticket.parts?.find(({ partNumber }) => partNumber === number)?.uploadUrl;
  return send(url, change(bytes.subarray((number - 1) * partSize, number * partSize)));
};

const save = async ({ ticket }: Upload): Promise<void> => {
  const { errors } = await ask('mutation ($id: ID!) { saveFileMetadata(input: { fileId: $id }) { fileId } }', {
    id: ticket.fileId,
  });
  // STATE_CONFLICT: an abort came between proof and commit.
  expect([undefined, 'OBJECT_MISSING', 'STATE_CONFLICT', 'UPLOAD_NOT_FOUND']).toContain(errors?.[0]?.errorType);
};

const take: Readonly<Record<Step, (upload: Upload) => Promise<unknown>>> = {
  'ask again': async (upload) => {
    const again = await askTicket({ ...upload.promise, fileId: upload.ticket.fileId });
    if (isTicket(again)) upload.ticket = again;
    else expect(again).toBe('UPLOAD_NOT_FOUND');
  },
  put: (upload) => putWhole(upload, upload.bytes),
  cut: (upload) => putWhole(upload, upload.bytes.subarray(0, -1)),
  swap: (upload) => putWhole(upload, Buffer.from(upload.bytes).fill('x', 0, 1)),
  'part 1': (upload) => putPart(upload, 1),
  'part 2': (upload) => putPart(upload, 2),
  'swap part 2': (upload) => putPart(upload, 2, (part) => part.subarray(0, -1)),
  save,
  'save twice': (upload) => Promise.all([save(upload), save(upload)]),
  abort: async ({ ticket }) => {
    const { errors } = await ask('mutation ($id: ID!) { abortUpload(input: { fileId: $id }) { fileId } }', {
      id: ticket.fileId,
    });
    expect([undefined, 'UPLOAD_NOT_FOUND']).toContain(errors?.[0]?.errorType);
  },
};

interface Page {
  readonly items: readonly { readonly fileId: string; readonly size: number; readonly downloadUrl: string }[];
}

const isPage = (value: unknown): value is Page => typeof value === 'object' && value !== null && 'items' in value;

/** The file is either listed with exactly its bytes, or neither listed nor downloadable. */
const expectAllowedState = async ({ ticket, bytes, promise }: Upload): Promise<void> => {
  const { data } = await ask(
    'query ($filter: FileFilter) { myFiles(filter: $filter, limit: 100) { items { fileId size downloadUrl } } }',
    { filter: { fileNamePrefix: 'fileName' in promise ? promise.fileName : '' } },
  );
  const page = data?.['myFiles'];
  const file = isPage(page) ? page.items.find(({ fileId }) => fileId === ticket.fileId) : undefined;
  if (file) {
    const received = Buffer.from(await (await fetch(file.downloadUrl)).arrayBuffer());
    expect(received.equals(bytes)).toBe(true);
    expect(file.size).toBe(bytes.length);
    return;
  }
  const { errors } = await ask('query ($id: ID!) { getDownloadUrl(fileId: $id) { downloadUrl } }', {
    id: ticket.fileId,
  });
  expect(errors?.[0]?.errorType).toBe('NOT_FOUND');
};

describe('an upload whose steps are cut, repeated and reordered', () => {
  it.each([
    ['one PUT', 1000],
    ['two parts', 5 * MiB + 7],
  ])('ends with exactly its bytes or not at all (%s)', async (_how, size) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...steps), { maxLength: 10 }), async (taken) => {
        const upload = await begin(size);
        for (const step of taken) await take[step](upload);
        await expectAllowedState(upload);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['one PUT', 1000],
    ['two parts', 5 * MiB + 7],
  ])('ends so also when the steps are taken at once (%s)', async (_how, size) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 2, maxLength: 8 }), async (taken) => {
        const upload = await begin(size);
        await Promise.all(taken.map((step) => take[step](upload)));
        await expectAllowedState(upload);
      }),
      { numRuns: 25 },
    );
  });
});
