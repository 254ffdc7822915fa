import type { FileSortKey } from '../../schema/generated/types';
import type { Range, ReadFilter } from './fileFilter';
import { sizeKey, statusKey } from './indexKeys';
import { refuse } from './refuse';

/** Comparisons by attribute, in the syntax of the DynamoDB helpers. */
export type Conditions = Record<string, Record<string, unknown>>;

/** The index to query, its key conditions, and the rest of the filter, which is compared row by row. */
export interface FileQueryPlan {
  readonly index: string;
  readonly key: Conditions;
  readonly filter: Conditions | null;
}

/** Chooses the index with the wanted order, and narrows the query as far as its sort key allows. */
export const planFileQuery = (sortBy: FileSortKey, filter: ReadFilter): FileQueryPlan => {
  const { status, namePrefix, contentType, uploaded, size } = filter;
  const name = condition('NameKey', namePrefix === null ? null : { beginsWith: statusKey(status, namePrefix) });
  const type = condition('ContentType', typeComparison(contentType));
  const bytes = condition('Size', within(size));
  const at = condition(status === 'PENDING' ? 'CreatedAt' : 'UploadedAt', within(uploaded));

  if (status === 'PENDING' && (sortBy !== 'UPLOADED_AT' || namePrefix !== null)) {
    refuse('INVALID_ARGUMENT', 'PENDING uploads are listed by date only, not by name.');
  }
  if (sortBy === 'FILE_NAME') {
    return plan(
      'FileNameIndex',
      { NameKey: { beginsWith: statusKey(status, namePrefix ?? '') } },
      { ...type, ...at, ...bytes },
    );
  }
  if (sortBy === 'SIZE') {
    const keys = {
      from: size.from === null ? '' : sizeKey(size.from),
      until: size.until === null ? '~' : sizeKey(size.until),
    };
    return plan('FileSizeIndex', { SizeKey: stretch(statusKey(status, ''), keys) }, { ...name, ...type, ...at });
  }
  const days = { from: uploaded.from ?? '', until: uploaded.until ?? '~' };
  const rest = { ...name, ...type, ...bytes };
  if (contentType !== null && !contentType.endsWith('*') && status !== 'PENDING') {
    // `rest` compares the type as well: `image/png#x` is also a valid type, and falls into the range of `image/png`.
    return plan('FileTypeIndex', { TypeKey: stretch(statusKey(status, `${contentType}#`), days) }, rest);
  }
  return plan('UploadedAtIndex', { UploadedKey: stretch(statusKey(status, ''), days) }, rest);
};

const plan = (index: string, key: Conditions, rest: Conditions): FileQueryPlan => ({
  index,
  key,
  filter: Object.keys(rest).length > 0 ? rest : null,
});

/** A range of a sort key; no instant and no size sorts at or after `~`. */
const stretch = (prefix: string, { from, until }: { readonly from: string; readonly until: string }) => ({
  between: [`${prefix}${from}`, `${prefix}${until}`],
});

const typeComparison = (type: string | null): Record<string, unknown> | null => {
  if (type === null) return null;
  return type.endsWith('*') ? { beginsWith: type.slice(0, -1) } : { eq: type };
};

const within = <Value>({ from, until }: Range<Value>): Record<string, unknown> | null => {
  if (from !== null && until !== null) return { between: [from, until] };
  if (from !== null) return { ge: from };
  return until === null ? null : { le: until };
};

const condition = (attribute: string, comparison: Record<string, unknown> | null): Conditions =>
  comparison === null ? {} : { [attribute]: comparison };
