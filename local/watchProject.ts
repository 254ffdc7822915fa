import { watch } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../tools/paths';

const folders = ['schema', 'resolvers', 'functions', 'config'];

/** Calls back once after each burst of changes to the contract, resolvers, functions or configuration. */
export const watchProject = (onChange: () => void, root = projectRoot): { readonly close: () => void } => {
  const burst: { timer?: NodeJS.Timeout } = {};
  const changed = (_event: string, file: string | null): void => {
    if (file?.includes('generated')) return;
    clearTimeout(burst.timer);
    burst.timer = setTimeout(onChange, 60);
  };
  // What could not be looked at, since it was gone again or leads nowhere, is a change like others.
  const watchers = folders.map((folder) =>
    watch(join(root, folder), { recursive: true }, changed).on('error', () => changed('error', null)),
  );
  return {
    close: () => {
      clearTimeout(burst.timer);
      watchers.forEach((watcher) => watcher.close());
    },
  };
};
