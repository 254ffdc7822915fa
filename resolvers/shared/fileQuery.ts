import type { FileSortKey } from '../../schema/generated/types';
import type { Range, ReadFilter } from './fileFilter';

/** Comparisons in the terms of the DynamoDB helpers, by attribute. */
export type Conditions = Record<string, Record<string, unknown>>;

/** Which index answers, what of the filter its sort key decides, and what is left to compare row by row. */
export interface FileQueryPlan {
  readonly index: string;
  readonly key: Conditions;
  readonly filter: Conditions | null;
}

/** Chooses the index that is in the wanted order and narrows it as far as its sort key allows. */
export const planFileQuery = (sortBy: FileSortKey, filter: ReadFilter): FileQueryPlan => {
  const name = condition('FileNameKey', filter.namePrefix === null ? null : { beginsWith: filter.namePrefix });
  const type = condition('ContentType', filter.contentType === null ? null : { eq: filter.contentType });
  const uploaded = condition('UploadedAt', within(filter.uploaded));
  const size = condition('StoredSize', within(filter.size));

  if (sortBy === 'FILE_NAME') return plan('FileNameIndex', name, { ...type, ...uploaded, ...size });
  if (sortBy === 'SIZE') return plan('FileSizeIndex', size, { ...name, ...type, ...uploaded });
  if (filter.contentType !== null) {
    return plan('FileTypeIndex', typeKey(filter.contentType, filter.uploaded), { ...name, ...size });
  }
  return plan('UploadedAtIndex', uploaded, { ...name, ...size });
};

const plan = (index: string, key: Conditions, rest: Conditions): FileQueryPlan => ({
  index,
  key,
  filter: Object.keys(rest).length > 0 ? rest : null,
});

/** FileTypeKey is `<content type>#<instant>`; no instant sorts at or after `~`. */
const typeKey = (contentType: string, { from, until }: Range<string>): Conditions => ({
  FileTypeKey: { between: [`${contentType}#${from ?? ''}`, `${contentType}#${until ?? '~'}`] },
});

const within = <Value>({ from, until }: Range<Value>): Record<string, unknown> | null => {
  if (from !== null && until !== null) return { between: [from, until] };
  if (from !== null) return { ge: from };
  return until === null ? null : { le: until };
};

const condition = (attribute: string, comparison: Record<string, unknown> | null): Conditions =>
  comparison === null ? {} : { [attribute]: comparison };
