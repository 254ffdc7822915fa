import { UploadPolicy } from '../../schema/generated/amplify';
import type { UploadPolicyQuery } from '../../schema/generated/documents';
import { ask } from '../api/ask';

/** The API's limits that matter before a file is sent. */
export type Policy = Pick<UploadPolicyQuery['uploadPolicy'], 'allowedContentTypes' | 'multipartThresholdBytes'>;

/** Asks once; while nobody answers, everything is plain bytes and large files are those of 64 MiB. */
export const createPolicy = (): (() => Promise<Policy>) => {
  const kept: { policy?: Policy } = {};
  return async () => {
    if (kept.policy) return kept.policy;
    try {
      const { uploadPolicy } = await ask(UploadPolicy, {});
      kept.policy = uploadPolicy;
      return uploadPolicy;
    } catch {
      return unknownPolicy; // The server decides in any case; it is asked again with the next file.
    }
  };
};

const unknownPolicy: Policy = {
  allowedContentTypes: ['image/*', 'video/*', 'audio/*', 'text/*', 'application/pdf'],
  multipartThresholdBytes: 64 * 1024 ** 2,
};
