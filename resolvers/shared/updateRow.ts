import { update } from '@aws-appsync/utils/dynamodb';
import type { FileRow } from './fileRow';

type Input = Parameters<typeof update<FileRow>>[0];

/**
 * Updates some attributes of a row if the condition holds. AppSync type-checks this code as the JavaScript that it is
 * compiled to: from a key and a condition in one call, it would infer that the condition may name only the key's
 * attributes.
 */
export const updateRow = (
  { UserId, FileId }: Pick<FileRow, 'UserId' | 'FileId'>,
  change: Input['update'],
  condition: Input['condition'],
) => update<FileRow>({ key: { UserId, FileId }, update: change, condition });
