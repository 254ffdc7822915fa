import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { cachedBuild } from './cachedBuild';
import {
  functionOptions,
  pageOptions,
  programOptions,
  resolverOptions,
  scriptOptions,
  selfContainedOptions,
} from './bundleOptions';
import { buildDirectory, projectRoot } from './paths';
import { replaceFile } from './replaceFile';
import { runEsbuild, type EntryPoints } from './runEsbuild';
import { schemaMark } from './schemaMark';

/** Everything that runs on AWS, bundled once: the cloud deploys these bytes and the twin runs them. */
export interface ProjectBundles {
  /** APPSYNC_JS text by schema coordinate: `Query.myFiles`. */
  readonly resolvers: Readonly<Record<string, string>>;
  /** APPSYNC_JS text by step name: `reserveUpload`. */
  readonly steps: Readonly<Record<string, string>>;
  readonly functions: Readonly<Record<string, FunctionBundle>>;
}

export interface FunctionBundle {
  /** The folder that is deployed to Lambda as a whole. */
  readonly directory: string;
  /** The `index.mjs` in it, which exports `handler`. */
  readonly file: string;
}

/** Bundles all resolvers, steps and functions; the resolvers' code ends with `schemaMark`. */
export const bundleProject = async (): Promise<ProjectBundles> => {
  const [resolvers, steps, functions, schema] = await Promise.all([
    bundle('resolvers', await modulesIn('resolvers', /^[A-Z]\w*\.\w+\.ts$/), resolverOptions),
    bundle('steps', await modulesIn('resolvers/steps', /\.ts$/), resolverOptions),
    bundleFunctions(),
    readFile(join(projectRoot, 'schema/schema.graphql'), 'utf8'),
  ]);
  const mark = schemaMark(schema);
  const marked = Object.entries(resolvers).map(([coordinate, text]) => [coordinate, text + mark] as const);
  return { resolvers: Object.fromEntries(marked), steps, functions };
};

/** Bundles one entry to CommonJS source text for this machine. */
export const bundleScript = async (entry: string): Promise<string> => {
  const name = basename(entry, '.ts');
  const outputs = await bundle(`script-${name}`, { [name]: entry }, scriptOptions);
  return outputs[name] ?? '';
};

/** Bundles one entry to the source text of an ES module for a browser. */
export const bundlePage = async (entry: string): Promise<string> => {
  const name = basename(entry, '.ts');
  const outputs = await bundle(`page-${name}`, { [name]: entry }, pageOptions);
  return outputs[name] ?? '';
};

/**
 * Bundles one of the project's own programs into `.build` and returns its file. The twin becomes one CommonJS file that
 * includes its packages, since opening a thousand small files is most of a start. Other programs become ES modules and
 * leave their packages in node_modules.
 */
export const bundleProgram = async (entry: string): Promise<string> => {
  const options = entry.startsWith('local/') ? selfContainedOptions : programOptions;
  const files = await bundleFiles(`program-${nameOf(entry)}`, { [nameOf(entry)]: entry }, options);
  return files[entry] ?? '';
};

const nameOf = (entry: string): string => entry.replace(/\W/g, '-');

const bundleFunctions = async (): Promise<ProjectBundles['functions']> => {
  const handlers = Object.entries(await handlersIn('functions'));
  const entryPoints = handlers.map(([name, entry]) => [`lambda/${name}/index`, entry] as const);
  const files = await bundleFiles('functions', Object.fromEntries(entryPoints), functionOptions);
  return Object.fromEntries(
    handlers.map(([name, entry]) => {
      const file = files[entry] ?? '';
      return [name, { directory: dirname(file), file }] as const;
    }),
  );
};

/** Source texts by the name of their entry. */
const bundle = (cacheName: string, entryPoints: EntryPoints, options: BuildOptions) =>
  cachedBuild(cacheName, { entryPoints, options }, async () => {
    const { outputFiles, metafile } = await runEsbuild(entryPoints, options);
    const outputs = outputFiles.map(({ path, text }) => [basename(path, extname(path)), text] as const);
    return { inputs: Object.keys(metafile.inputs), outputs: Object.fromEntries(outputs) };
  });

/** Paths in `.build`, by entry. */
const bundleFiles = (cacheName: string, entryPoints: EntryPoints, options: BuildOptions) =>
  cachedBuild(cacheName, { entryPoints, options, outputs: 'files' }, async () => {
    const { outputFiles, metafile } = await runEsbuild(entryPoints, options);
    const drafts = join(buildDirectory, 'drafts'); // not beside the file: a Lambda's whole folder is deployed
    await Promise.all(outputFiles.map(({ path, text }) => replaceFile(path, text, drafts)));
    const entries = Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) =>
      entryPoint === undefined ? [] : [[entryPoint, join(projectRoot, path)] as const],
    );
    return {
      inputs: [...Object.keys(metafile.inputs), ...Object.keys(metafile.outputs)],
      outputs: Object.fromEntries(entries),
    };
  });

const modulesIn = async (folder: string, pattern: RegExp): Promise<Record<string, string>> => {
  const files = (await readdir(join(projectRoot, folder))).filter((file) => pattern.test(file)).sort();
  return Object.fromEntries(files.map((file) => [basename(file, '.ts'), `${folder}/${file}`]));
};

const handlersIn = async (folder: string): Promise<Record<string, string>> => {
  const entries = await readdir(join(projectRoot, folder), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && entry.name !== 'shared').map(({ name }) => name);
  return Object.fromEntries(names.sort().map((name) => [name, `${folder}/${name}/handler.ts`]));
};
