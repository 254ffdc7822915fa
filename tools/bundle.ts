import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { cachedBuild, replaceFile } from './buildCache';
import { buildDirectory, projectRoot } from './paths';

/** Everything that runs on AWS, bundled once: the cloud deploys these bytes and the twin runs them. */
export interface ProjectBundles {
  /** APPSYNC_JS text by schema coordinate: `Query.myFiles`. */
  readonly resolvers: Readonly<Record<string, string>>;
  /** APPSYNC_JS text by step name: `reserveUpload`. */
  readonly steps: Readonly<Record<string, string>>;
  /** By function name, a directory that holds `index.mjs` exporting `handler`, and its text. */
  readonly functions: Readonly<Record<string, FunctionBundle>>;
}

export interface FunctionBundle {
  readonly directory: string;
  readonly text: string;
}

/** Bundles all resolvers, steps and functions. */
export const bundleProject = async (): Promise<ProjectBundles> => {
  const [resolvers, steps, functions] = await Promise.all([
    bundle('resolvers', await modulesIn('resolvers', /^[A-Z]\w*\.\w+\.ts$/), resolverOptions),
    bundle('steps', await modulesIn('resolvers/steps', /\.ts$/), resolverOptions),
    bundleFunctions(),
  ]);
  return { resolvers, steps, functions };
};

/** Bundles one entry as a CommonJS text for a worker thread of this machine. */
export const bundleScript = async (entry: string): Promise<string> => {
  const name = basename(entry, '.ts');
  const outputs = await bundle(`script-${name}`, { [name]: entry }, scriptOptions);
  return outputs[name] ?? '';
};

/** Bundles one entry as an ES module text. */
export const bundleModule = async (entry: string): Promise<string> => {
  const name = basename(entry, '.ts');
  const outputs = await bundle(`module-${name}`, { [name]: entry }, { ...scriptOptions, format: 'esm' });
  return outputs[name] ?? '';
};

/** Bundles one entry as an ES module text for a browser. */
export const bundlePage = async (entry: string): Promise<string> => {
  const name = basename(entry, '.ts');
  const outputs = await bundle(`page-${name}`, { [name]: entry }, pageOptions);
  return outputs[name] ?? '';
};

/**
 * Bundles one of the project's own programs into `.build` and gives its file. The twin's packages come along, since
 * opening a thousand small files is most of a start; those of other programs stay in node_modules.
 */
export const bundleProgram = async (entry: string): Promise<string> => {
  const name = entry.replace(/\W/g, '-');
  const options = entry.startsWith('local/') ? { ...programOptions, ...selfContained } : programOptions;
  const texts = await bundle(`program-${name}`, { [name]: entry }, options);
  const files = Object.entries(texts).map(([file, text]) => replaceFile(join(buildDirectory, `${file}.mjs`), text));
  await Promise.all(files);
  return join(buildDirectory, `${name}.mjs`);
};

const bundleFunctions = async (): Promise<ProjectBundles['functions']> => {
  const texts = await bundle('functions', await handlersIn('functions'), functionOptions);
  const written = Object.entries(texts).map(async ([name, text]) => {
    const directory = join(buildDirectory, 'lambda', name);
    // Lambda gets the whole folder.
    await replaceFile(join(directory, 'index.mjs'), text, join(buildDirectory, 'drafts'));
    return [name, { directory, text }] as const;
  });
  return Object.fromEntries(await Promise.all(written));
};

/** The one call of esbuild: outputs by the name of their entry. */
const bundle = (cacheName: string, entryPoints: Record<string, string>, options: BuildOptions) =>
  cachedBuild(cacheName, { entryPoints, options }, async () => {
    const { build } = await import('esbuild');
    const { outputFiles, metafile } = await build({
      ...options,
      entryPoints,
      absWorkingDir: projectRoot,
      outdir: buildDirectory,
      bundle: true,
      write: false,
      metafile: true,
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
    });
    const outputs = outputFiles.map(({ path, text }) => [basename(path, extname(path)), text] as const);
    return { inputs: Object.keys(metafile.inputs), outputs: Object.fromEntries(outputs) };
  });

// https://docs.aws.amazon.com/appsync/latest/devguide/additional-utilities.html#using-external-libraries
const resolverOptions: BuildOptions = {
  format: 'esm',
  platform: 'node',
  target: 'esnext',
  external: ['@aws-appsync/utils', '@aws-appsync/utils/*'],
};

// mainFields: the SDK's ES modules shake to a quarter of the size of its CommonJS ones. Lambda runs Node 24; the twin
// runs the same bytes on the oldest Node that the project supports.
const functionOptions: BuildOptions = {
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  minify: true,
};

// Split, so that what is imported on demand is loaded on demand. All files lie in one folder, one below the project:
// `tools/paths.ts` finds it from each.
const programOptions: BuildOptions = {
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  splitting: true,
  chunkNames: 'part-[hash]',
  outExtension: { '.js': '.mjs' },
};

// Native code stays where it was installed. CommonJS packages get the `require` that an ES module lacks.
const selfContained: BuildOptions = {
  packages: 'bundle',
  external: ['classic-level', 'esbuild'],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
};

const scriptOptions: BuildOptions = { format: 'cjs', platform: 'node', target: 'node20' };

const pageOptions: BuildOptions = { format: 'esm', platform: 'browser', target: 'es2022', minify: true };

const modulesIn = async (folder: string, pattern: RegExp): Promise<Record<string, string>> => {
  const files = (await readdir(join(projectRoot, folder))).filter((file) => pattern.test(file)).sort();
  return Object.fromEntries(files.map((file) => [basename(file, '.ts'), `${folder}/${file}`]));
};

const handlersIn = async (folder: string): Promise<Record<string, string>> => {
  const entries = await readdir(join(projectRoot, folder), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && entry.name !== 'shared').map(({ name }) => name);
  return Object.fromEntries(names.sort().map((name) => [name, `${folder}/${name}/handler.ts`]));
};
