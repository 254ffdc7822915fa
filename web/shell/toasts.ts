/** A short notice at the edge of the page, with at most one action. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly isProblem: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** The notices that are on the page now. */
export interface Toasts {
  readonly say: (text: string, options?: Partial<Pick<Toast, 'action' | 'isProblem'>>) => void;
  readonly dismiss: (id: number) => void;
  readonly subscribe: (changed: () => void) => () => void;
  readonly list: () => readonly Toast[];
}

const lifetimeMilliseconds = 8_000;
const most = 3;

export const createToasts = (): Toasts => {
  const state = { list: new Array<Toast>(), next: 1 };
  const listeners = new Set<() => void>();
  const set = (list: Toast[]): void => {
    state.list = list;
    listeners.forEach((changed) => changed());
  };
  const dismiss = (id: number): void => set(state.list.filter((toast) => toast.id !== id));
  return {
    say: (text, { action, isProblem = false } = {}) => {
      const id = state.next++;
      const toast = { id, text, isProblem, action };
      set(limit([...state.list, toast]));
      if (!stays(toast)) setTimeout(() => dismiss(id), lifetimeMilliseconds);
    },
    dismiss,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    list: () => state.list,
  };
};

/** Whether a toast offers the way out of a problem: it stays, for there may be no other. */
const stays = ({ isProblem, action }: Toast): boolean => isProblem && action !== undefined;

/** The list without its oldest toast if there are too many: one that goes by itself, if there is one. */
const limit = (list: Toast[]): Toast[] => {
  if (list.length <= most) return list;
  const dropped = list.find((toast) => !stays(toast)) ?? list[0];
  return list.filter((toast) => toast !== dropped);
};
