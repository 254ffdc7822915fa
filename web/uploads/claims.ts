/** Locks on the uploads that a window of this browser is sending, so that no other window offers to resume them. */
export interface Claims {
  readonly claim: (fileId: string) => void;
  readonly release: (fileId: string) => void;
  /** The fileIds claimed by any window, including this one. */
  readonly held: () => Promise<ReadonlySet<string>>;
}

const prefix = 'myfiles-upload-';

// A Web Lock is released when its window closes or crashes. Then a window that claimed the same upload gets it.
export const createClaims = (): Claims => {
  const releases = new Map<string, () => void>();
  return {
    claim: (fileId) => {
      if (releases.has(fileId)) return;
      const held = new Promise<void>((resolve) => releases.set(fileId, resolve));
      void navigator.locks.request(`${prefix}${fileId}`, () => held);
    },
    release: (fileId) => {
      releases.get(fileId)?.();
      releases.delete(fileId);
    },
    held: async () => {
      const { held = [] } = await navigator.locks.query();
      const names = held.map(({ name = '' }) => name).filter((name) => name.startsWith(prefix));
      return new Set(names.map((name) => name.slice(prefix.length)));
    },
  };
};
