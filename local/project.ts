import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackgroundFunction, Route, Source } from '../resolvers/wiringTypes';
import { bundleModule, bundleProject, type ProjectBundles } from '../tools/bundle';
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

// A module is imported once per URL; the text as URL makes a changed one a new module.
const loadWiring = async (): Promise<Wiring> =>
  import(`data:text/javascript,${encodeURIComponent(await bundleModule('local/wiring.ts'))}`);
