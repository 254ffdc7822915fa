import { useEffect, useRef } from 'react';
import { ChevronDownIcon, ChevronUpIcon } from '../shell/icons';
import type { FileSortKey } from '../../schema/generated/documents';
import { strings } from '../words/strings';
import type { Selection } from './useSelection';
import type { View } from './view';

export interface ColumnNamesProps {
  readonly view: View;
  readonly onView: (change: Partial<View>) => void;
  readonly selection: Selection;
  readonly count: number;
}

/** The column headers; clicking one sorts the list. */
export const ColumnNames = ({ view, onView, selection, count }: ColumnNamesProps) => {
  const chosen = selection.files.length;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen > 0 && chosen < count;
  }, [chosen, count]);

  const column = (key: FileSortKey, label: string, className: string) => {
    const isSorted = view.sortBy === key;
    const isAscending = view.sortDirection === 'ASC';
    const next = isSorted ? !isAscending : key === 'FILE_NAME';
    return (
      <div
        role="columnheader"
        aria-sort={isSorted ? (isAscending ? 'ascending' : 'descending') : 'none'}
        className={`cell ${className}`}
      >
        <button type="button" onClick={() => onView({ sortBy: key, sortDirection: next ? 'ASC' : 'DESC' })}>
          {label}
          {isSorted && (isAscending ? <ChevronUpIcon size={16} /> : <ChevronDownIcon size={16} />)}
        </button>
      </div>
    );
  };
  return (
    <div role="rowgroup" className="columns">
      <div role="row" aria-rowindex={1} className="row">
        <div role="columnheader" className="cell check">
          <input
            ref={box}
            type="checkbox"
            aria-label={strings.selectAll}
            checked={count > 0 && chosen === count}
            onChange={() => (chosen > 0 ? selection.clear() : selection.all())}
          />
        </div>
        {column('FILE_NAME', strings.name, 'name')}
        {column('SIZE', strings.size, 'size')}
        {column('UPLOADED_AT', strings.uploaded, 'date')}
        <div role="columnheader" className="cell actions">
          <span className="spoken">{strings.actions}</span>
        </div>
      </div>
    </div>
  );
};
