import type { UploadTicket } from '../../schema/generated/types';

/** A ticket for one PUT. */
export const ticketOf = (fileId: string, expiresAt: string): UploadTicket => ({
  fileId,
  key: 'key',
  method: 'PUT',
  uploadUrl: 'https://storage.example',
  headers: [],
  partSize: null,
  partCount: null,
  parts: null,
  expiresAt,
});

export const longAgo = '2000-01-01T00:00:00.000Z';
export const later = '2999-01-01T00:00:00.000Z';
