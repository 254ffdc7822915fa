import { Kind, type DocumentNode, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from './fragmentsOf';

/** The size of a selection with its fragments expanded. Leaves count as a level. */
export interface Size {
  readonly depth: number;
  readonly fields: number;
}

/** Measures a selection. Each fragment is measured once, so that nested fragments cannot make this slow. */
export const createMeasure = (document: DocumentNode): ((selections: SelectionSetNode) => Size) => {
  const fragments = fragmentsOf(document);
  const known = new Map<string, Size>();

  const ofFragment = (name: string): Size => {
    const kept = known.get(name);
    const fragment = fragments[name];
    if (kept || !fragment) return kept ?? nothing;
    known.set(name, nothing); // A cycle ends here; validation refuses it.
    const size = ofSelections(fragment.selectionSet);
    known.set(name, size);
    return size;
  };

  const ofSelections = ({ selections }: SelectionSetNode): Size => {
    let depth = 0;
    let fields = 0;
    for (const selection of selections) {
      const size =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : selection.selectionSet
            ? ofSelections(selection.selectionSet)
            : nothing;
      const own = selection.kind === Kind.FIELD ? 1 : 0;
      depth = Math.max(depth, size.depth + own);
      fields += size.fields + own;
    }
    return { depth, fields };
  };

  return ofSelections;
};

const nothing: Size = { depth: 0, fields: 0 };
