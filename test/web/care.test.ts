import Uppy from '@uppy/core';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { GetUploadUrlInput } from '../../schema/generated/types';
import { Refused } from '../../schema/requests/errors';
import { createCare } from '../../web/uploads/care';
import { describeUpload } from '../../web/uploads/describeUpload';
import { createTicketDesk } from '../../web/uploads/ticketDesk';
import type { UploadBody, UploadMeta } from '../../web/uploads/uploader';
import { longAgo, ticketOf } from './tickets';

const openCare = () => {
  vi.stubGlobal('window', new EventTarget());
  onTestFinished(() => void vi.unstubAllGlobals());
  const asked: GetUploadUrlInput[] = [];
  const uppy = new Uppy<UploadMeta, UploadBody>();
  const desk = createTicketDesk({
    uppy,
    reserve: async (inputs) => {
      asked.push(...inputs);
      return inputs.map(() => ({ status: 'fulfilled', value: ticketOf('new', longAgo) }));
    },
    onTicket: () => undefined,
    onLateTicket: () => undefined,
  });
  const save = () => Promise.reject(new Refused('CHECKSUM_MISMATCH', ''));
  const care = createCare({ uppy, desk, save, onSaved: () => undefined });
  onTestFinished(care.close);
  return { uppy, desk, care, asked };
};

it.each([
  ['INVALID_SIZE', true],
  ['INVALID_FILE_NAME', true],
  ['FILE_TOO_LARGE', true],
  ['QUOTA_EXCEEDED', false],
])('A file that is refused as %s is refused for good: %s', (errorType, isFinal) => {
  const { uppy, care } = openCare();
  const id = uppy.addFile({ name: 'a.txt', type: 'text/plain', data: new Blob(['a']) });

  care.fail(id, new Refused(errorType, ''));

  expect(describeUpload(uppy.getFile(id), 0)).toMatchObject({ state: 'failed', isFinal });
});

it('An upload that is begun anew promises nothing of what the one before it had promised', async () => {
  const { uppy, desk, care, asked } = openCare();
  const declared = { checksumSha256: 'sum', checksumCrc64Nvme: null };
  const meta = { fileId: 'old', key: 'key', declared, isResumed: true };
  const id = uppy.addFile({ name: 'a.txt', type: 'text/plain', data: new Blob(['a']), meta });

  await care.finish(id);
  await desk.ticketOf(id);
  await desk.ticketOf(id); // the first has expired

  const promise = { fileName: 'a.txt', contentType: 'text/plain', size: 1 };
  expect(asked).toEqual([promise, { ...promise, fileId: 'new' }]);
});
