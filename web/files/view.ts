import type { FileSortKey, MyFilesQueryVariables, SortDirection } from '../../schema/generated/documents';
import type { strings } from '../words/strings';

/** Which files are looked at, and in which order. */
export interface View {
  readonly place: 'AVAILABLE' | 'TRASHED';
  readonly sortBy: FileSortKey;
  readonly sortDirection: SortDirection;
  readonly prefix: string;
  readonly kind: keyof typeof strings.kinds;
}

/** What a person sees first. */
export const firstView: View = {
  place: 'AVAILABLE',
  sortBy: 'UPLOADED_AT',
  sortDirection: 'DESC',
  prefix: '',
  kind: '',
};

/** Whether the view leaves files of its place out. */
export const isFiltered = ({ prefix, kind }: View): boolean => prefix !== '' || kind !== '';

/** The view in the contract's words. */
export const variablesOf = ({ place, prefix, kind, ...order }: View): MyFilesQueryVariables => ({
  ...order,
  filter: {
    status: place,
    ...(prefix === '' ? {} : { fileNamePrefix: prefix }),
    ...(kind === '' ? {} : { contentType: kind }),
  },
});
