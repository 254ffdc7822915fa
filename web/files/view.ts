import type { FileSortKey, MyFilesQueryVariables, SortDirection } from '../../schema/generated/documents';
import type { strings } from '../words/strings';

/** Which files are shown, and in which order. */
export interface View {
  readonly place: 'AVAILABLE' | 'TRASHED';
  readonly sortBy: FileSortKey;
  readonly sortDirection: SortDirection;
  readonly prefix: string;
  readonly kind: keyof typeof strings.kinds;
}

/** The default view. */
export const firstView: View = {
  place: 'AVAILABLE',
  sortBy: 'UPLOADED_AT',
  sortDirection: 'DESC',
  prefix: '',
  kind: '',
};

/** Whether the view hides some files of its place. */
export const isFiltered = ({ prefix, kind }: View): boolean => prefix !== '' || kind !== '';

/** The view as variables of the `MyFiles` query. */
export const variablesOf = ({ place, prefix, kind, ...order }: View): MyFilesQueryVariables => ({
  ...order,
  filter: {
    status: place,
    ...(prefix === '' ? {} : { fileNamePrefix: prefix }),
    ...(kind === '' ? {} : { contentType: kind }),
  },
});
