import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../tools/paths';

const folders = ['schema', 'resolvers', 'functions', 'config'];

/**
 * Calls back once after each burst of changes to the contract, resolvers, functions or configuration. Each folder gets
 * its own watcher: Node's recursive one opens a watcher per file, which would be the most expensive part of a start.
 */
export const watchProject = (onChange: () => void, root = projectRoot): { readonly close: () => void } => {
  const state: { watchers: readonly FSWatcher[]; burst?: NodeJS.Timeout } = { watchers: [] };
  const close = (): void => {
    clearTimeout(state.burst);
    state.watchers.forEach((watcher) => watcher.close());
  };
  const open = (): void => {
    const present = folders.flatMap((folder) => foldersIn(join(root, folder)));
    state.watchers = present.flatMap((folder) => unlessGone(() => [watch(folder, changed).on('error', changed)]));
  };
  const changed = (_event: unknown, file?: string | null): void => {
    if (file?.includes('generated')) return;
    clearTimeout(state.burst);
    state.burst = setTimeout(() => {
      close();
      open(); // folders may have been added or removed
      onChange();
    }, 60);
  };
  open();
  return { close };
};

/** A folder and all its subfolders, except those that codegen writes. */
const foldersIn = (folder: string): string[] =>
  unlessGone(() => [
    folder,
    ...readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'generated')
      .flatMap((entry) => foldersIn(join(folder, entry.name))),
  ]);

/** A folder deleted during the scan counts as empty: its parent reports the change. */
const unlessGone = <Found>(look: () => Found[]): Found[] => {
  try {
    return look();
  } catch {
    return [];
  }
};
