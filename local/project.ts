import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import type { BackgroundFunction, Route, Source } from '../resolvers/wiringTypes';
import { bundleProject, bundleScript, type ProjectBundles } from '../tools/bundle';
import { projectRoot } from '../tools/paths';

/** What the project says, as files on disk say it now. */
export interface Project {
  /** The contract with AppSync's own scalars and directives. */
  readonly schema: string;
  readonly wiring: Wiring;
  readonly bundles: ProjectBundles;
}

/** The exports of `local/wiring.ts`, in the widest form they may have. */
export interface Wiring {
  readonly routes: Readonly<Record<string, Route>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly background: Readonly<Record<string, BackgroundFunction>>;
  readonly apiEnvironment: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Reads and bundles the project; rejects with what esbuild says of a file that does not compile. */
export const loadProject = async (): Promise<Project> => {
  const [bundles, wiring, ...schemas] = await Promise.all([
    bundleProject(),
    loadWiring(),
    ...['appsync', 'schema'].map((name) => readFile(join(projectRoot, 'schema', `${name}.graphql`), 'utf8')),
  ]);
  return { schema: schemas.join('\n'), wiring, bundles };
};

// Run anew each time, where an import would give what it gave the first time.
const loadWiring = async (): Promise<Wiring> => {
  const run = runInThisContext(
    `(function (module) {${await bundleScript('local/wiring.ts')}\nreturn module.exports;})`,
  );
  return run({ exports: {} });
};
