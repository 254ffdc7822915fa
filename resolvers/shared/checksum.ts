import { util } from '@aws-appsync/utils';
import type { GetUploadUrlInput } from '../../schema/generated/types';
import { refuse } from './refuse';

/** The declared checksum, as the row keeps it: none, a SHA-256, or a CRC-64/NVME. */
export interface DeclaredChecksum {
  readonly ChecksumSha256?: string;
  readonly ChecksumCrc64Nvme?: string;
}

// 32 and 8 bytes are both two past a multiple of three: the last base64 character has two spare bits, which are zero.
const sha256 = '^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=\\z';
const crc64 = '^[A-Za-z0-9+/]{10}[AEIMQUYcgkosw048]=\\z';

/** Reads the declared checksum, or refuses with INVALID_CHECKSUM. */
export const readChecksum = (input: GetUploadUrlInput, isInParts: boolean): DeclaredChecksum => {
  const ChecksumSha256 = input.checksumSha256 ?? null;
  const ChecksumCrc64Nvme = input.checksumCrc64Nvme ?? null;
  if (ChecksumSha256 !== null && ChecksumCrc64Nvme !== null) {
    refuse('INVALID_CHECKSUM', 'Declare only one checksum: storage verifies no more than one.');
  }
  if (ChecksumSha256 !== null) {
    if (isInParts) {
      refuse(
        'INVALID_CHECKSUM',
        'A file sent in parts can only be verified by CRC-64/NVME: declare checksumCrc64Nvme.',
      );
    }
    if (!util.matches(sha256, ChecksumSha256)) {
      refuse('INVALID_CHECKSUM', 'A SHA-256 is 32 bytes in base64: 43 characters and one =.');
    }
    return { ChecksumSha256 };
  }
  if (ChecksumCrc64Nvme !== null) {
    if (!util.matches(crc64, ChecksumCrc64Nvme)) {
      refuse('INVALID_CHECKSUM', 'A CRC-64/NVME is 8 bytes in base64: 11 characters and one =.');
    }
    return { ChecksumCrc64Nvme };
  }
  return {};
};
