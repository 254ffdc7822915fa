import { UploadPolicy } from '../../schema/generated/amplify';
import type { UploadPolicyQuery } from '../../schema/generated/documents';
import { ask } from '../api/ask';

/** The API's limits that matter before a file is uploaded. */
export type Policy = Pick<UploadPolicyQuery['uploadPolicy'], 'allowedContentTypes' | 'multipartThresholdBytes'>;

/** Reads the policy once. Until that succeeds, common types keep theirs and parts start above 64 MiB. */
export const createPolicy = (): (() => Promise<Policy>) => {
  const kept: { policy?: Policy } = {};
  return async () => {
    if (kept.policy) return kept.policy;
    try {
      const { uploadPolicy } = await ask(UploadPolicy, {});
      kept.policy = uploadPolicy;
      return uploadPolicy;
    } catch {
      return unknownPolicy; // The server decides in any case; the next file asks for the policy again.
    }
  };
};

const unknownPolicy: Policy = {
  allowedContentTypes: ['image/*', 'video/*', 'audio/*', 'text/*', 'application/pdf'],
  multipartThresholdBytes: 64 * 1024 ** 2,
};
