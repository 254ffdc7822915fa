import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../tools/paths';

const folders = ['schema', 'resolvers', 'functions', 'config'];

/**
 * Calls back once after each burst of changes to the contract, resolvers, functions or configuration. Each folder has a
 * watcher of its own: Node's recursive one opens one for every file, which costs more than all else at a start.
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
      open(); // folders may have come or gone
      onChange();
    }, 60);
  };
  open();
  return { close };
};

/** A folder and all in it, but for what codegen writes. */
const foldersIn = (folder: string): string[] =>
  unlessGone(() => [
    folder,
    ...readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'generated')
      .flatMap((entry) => foldersIn(join(folder, entry.name))),
  ]);

/** What was deleted while it was looked at is seen as a change of the folder that held it. */
const unlessGone = <Found>(look: () => Found[]): Found[] => {
  try {
    return look();
  } catch {
    return [];
  }
};
