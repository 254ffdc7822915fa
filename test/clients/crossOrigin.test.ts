import { describe, expect, it } from 'vitest';
import { GetUploadUrl } from '../../schema/generated/amplify';
import { askForLeave } from './browserRequest';
import { startSession } from './startSession';

const promise = { fileName: 'page.png', contentType: 'image/png', size: 5 };
const origin = 'http://localhost:8000';

describe('a page of another origin', () => {
  it.each([
    ['no checksum', {}],
    ['a SHA-256', { checksumSha256: 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=' }],
    ['a CRC-64/NVME', { checksumCrc64Nvme: 'M3eFcAZSQlc=' }],
  ])('may send every header of a ticket with %s', async (_, checksum) => {
    const { ask } = await startSession();

    const { getUploadUrl: ticket } = await ask(GetUploadUrl, { input: { ...promise, ...checksum } });

    const headers = Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value]));
    await expect(askForLeave(ticket.uploadUrl ?? '', { method: 'PUT', origin, headers })).resolves.toBeUndefined();
    expect(Object.keys(headers)).not.toContain('content-length'); // a page may not set it
  });

  it('may not send what no ticket names', async () => {
    const { ask } = await startSession();
    const { getUploadUrl: ticket } = await ask(GetUploadUrl, { input: promise });
    const headers = { 'x-amz-acl': 'public-read' };

    await expect(askForLeave(ticket.uploadUrl ?? '', { method: 'PUT', origin, headers })).rejects.toThrow(
      'may not send',
    );
  });
});
