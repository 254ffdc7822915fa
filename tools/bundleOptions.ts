import type { BuildOptions, Plugin } from 'esbuild';

// https://docs.aws.amazon.com/appsync/latest/devguide/additional-utilities.html#using-external-libraries
export const resolverOptions: BuildOptions = {
  format: 'esm',
  platform: 'node',
  target: 'esnext',
  external: ['@aws-appsync/utils', '@aws-appsync/utils/*'],
};

/**
 * Leaves out what the SDK imports dynamically for event-stream operations. We use none, and nothing of a dynamically
 * imported module, or of what it shares with others, could be tree-shaken.
 */
const noEventStreams: Plugin = {
  name: 'no-event-streams',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

// mainFields: tree-shaken, the SDK's ES modules are a quarter of the size of its CommonJS ones. target: Lambda runs
// Node 24, but the twin runs the same bytes on the oldest Node that the project supports.
export const functionOptions: BuildOptions = {
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  plugins: [noEventStreams],
  minify: true,
  outExtension: { '.js': '.mjs' },
};

// Split, so that dynamic imports are loaded on demand. All chunks lie in one folder directly below the project root,
// where `tools/paths.ts` finds the root from each of them.
export const programOptions: BuildOptions = {
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  splitting: true,
  chunkNames: 'part-[hash]',
  outExtension: { '.js': '.mjs' },
};

/** Leaves LevelDB's native binding where it is installed. */
const nativeLevel: Plugin = {
  name: 'native-level',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/binding$/ }, ({ importer }) =>
      importer.includes('classic-level') ? { path: 'classic-level/binding.js', external: true } : undefined,
    );
  },
};

// For `runCompiled.ts`: the bundle is one function, read at every start, so it is minified and ASCII (one byte per
// character). The hash in its name ties V8's code cache to it. `@peculiar/*` stays out: certificates are made once.
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
  supported: { 'dynamic-import': false }, // not available in a `node:vm` script
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
