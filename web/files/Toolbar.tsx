import type { FileSortKey, SortDirection } from '../../schema/generated/documents';
import { strings } from '../words/strings';
import { isFiltered, type View } from './view';

export interface ToolbarProps {
  readonly view: View;
  readonly onView: (change: Partial<View>) => void;
  readonly count: number;
  readonly hasMore: boolean;
}

/** Chooses which files are listed, and in which order. */
export const Toolbar = ({ view, onView, count, hasMore }: ToolbarProps) => (
  <div className="toolbar">
    <h1>{view.place === 'TRASHED' ? strings.trash : strings.files}</h1>
    {(count > 0 || isFiltered(view)) && <span className="count">{hasMore ? `${count}+` : count}</span>}
    <span className="space" />
    <label className="spoken" htmlFor="kind">
      {strings.type}
    </label>
    <select
      id="kind"
      className="field"
      value={view.kind}
      onChange={(event) => onView({ kind: kinds.find((kind) => kind === event.target.value) ?? '' })}
    >
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {strings.kinds[kind]}
        </option>
      ))}
    </select>
    <label className="spoken sort" htmlFor="sort">
      {strings.sortBy}
    </label>
    <select
      id="sort"
      className="field sort"
      value={`${view.sortBy} ${view.sortDirection}`}
      onChange={(event) => onView(orders.find(({ key }) => key === event.target.value)?.order ?? {})}
    >
      {orders.map(({ key }) => (
        <option key={key} value={key}>
          {strings.sorts[key]}
        </option>
      ))}
    </select>
  </div>
);

const kinds: readonly View['kind'][] = [
  '',
  'image/*',
  'video/*',
  'audio/*',
  'text/*',
  'application/pdf',
  'application/zip',
];

const orders = (['UPLOADED_AT', 'FILE_NAME', 'SIZE'] satisfies FileSortKey[]).flatMap((sortBy) =>
  (['DESC', 'ASC'] satisfies SortDirection[]).map((sortDirection) => ({
    key: `${sortBy} ${sortDirection}` as const,
    order: { sortBy, sortDirection },
  })),
);
