import type { BuildOptions, Plugin } from 'esbuild';

// https://docs.aws.amazon.com/appsync/latest/devguide/additional-utilities.html#using-external-libraries
export const resolverOptions: BuildOptions = {
  format: 'esm',
  platform: 'node',
  target: 'esnext',
  external: ['@aws-appsync/utils', '@aws-appsync/utils/*'],
};

/**
 * What the SDK imports on demand, for operations with an event stream. None of ours is one, and of what is imported on
 * demand, and of all that it shares with others, nothing could be shaken off.
 */
const noEventStreams: Plugin = {
  name: 'no-event-streams',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

// mainFields: the SDK's ES modules shake to a quarter of the size of its CommonJS ones. Lambda runs Node 24; the twin
// runs the same bytes on the oldest Node that the project supports.
export const functionOptions: BuildOptions = {
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  plugins: [noEventStreams],
  minify: true,
  outExtension: { '.js': '.mjs' },
};

// Split, so that what is imported on demand is loaded on demand. All files lie in one folder, one below the project:
// `tools/paths.ts` finds it from each.
export const programOptions: BuildOptions = {
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  splitting: true,
  chunkNames: 'part-[hash]',
  outExtension: { '.js': '.mjs' },
};

/** LevelDB's native code stays where it was installed. */
const nativeLevel: Plugin = {
  name: 'native-level',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/binding$/ }, ({ importer }) =>
      importer.includes('classic-level') ? { path: 'classic-level/binding.js', external: true } : undefined,
    );
  },
};

// For `runCompiled.ts`: one function, whose text is read at each start, so it is small and has one byte a letter; the hash
// in its name says which text V8's code cache belongs to. Certificates are made once: what makes them stays outside.
export const selfContainedOptions: BuildOptions = {
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: ['esbuild', '@peculiar/*'],
  plugins: [nativeLevel],
  entryNames: '[name]-[hash]',
  outExtension: { '.js': '.cjs' },
  charset: 'ascii',
  minifyWhitespace: true,
  supported: { 'dynamic-import': false }, // which a script of `node:vm` may not do
  define: { 'import.meta.url': 'moduleUrl' },
  banner: {
    js: [
      "(function (exports, require, module, __filename, __dirname) { 'use strict';",
      "const moduleUrl = require('node:url').pathToFileURL(__filename).href;",
    ].join(' '),
  },
  footer: { js: '})' },
};

export const scriptOptions: BuildOptions = { format: 'cjs', platform: 'node', target: 'node20' };

export const pageOptions: BuildOptions = { format: 'esm', platform: 'browser', target: 'es2022', minify: true };
