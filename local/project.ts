import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import type { BackgroundFunction, Route, Source } from '../resolvers/wiringTypes';
import { bundleProject, bundleScript, type ProjectBundles } from '../tools/bundle';
import { projectRoot } from '../tools/paths';

/** The project as its files on disk now define it. */
export interface Project {
  /** The contract, so that problems name its lines, followed by AppSync's own scalars and directives. */
  readonly schema: string;
  readonly wiring: Wiring;
  readonly bundles: ProjectBundles;
}

/** The exports of `local/wiring.ts`, in their widest types. */
export interface Wiring {
  readonly routes: Readonly<Record<string, Route>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly background: Readonly<Record<string, BackgroundFunction>>;
  readonly apiEnvironment: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Reads and bundles the project; rejects with esbuild's error for a file that does not compile. */
export const loadProject = async (): Promise<Project> => {
  const [bundles, wiring, ...schemas] = await Promise.all([
    bundleProject(),
    loadWiring(),
    ...['schema', 'appsync'].map((name) => readFile(join(projectRoot, 'schema', `${name}.graphql`), 'utf8')),
  ]);
  return { schema: schemas.join('\n'), wiring, bundles };
};

// Evaluated anew on each call; an import would return the first evaluation from its cache.
const loadWiring = async (): Promise<Wiring> => {
  const run = runInThisContext(
    `(function (module) {${await bundleScript('local/wiring.ts')}\nreturn module.exports;})`,
  );
  return run({ exports: {} });
};
