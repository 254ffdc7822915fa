// Starts a TypeScript program of this project: `node tools/run.cjs local/cli.ts …`.
// Plain JavaScript, since it is what runs before anything is installed or built; CommonJS, which Node starts sooner.
'use strict';
const { existsSync, statSync } = require('node:fs');
const { join } = require('node:path');

const pathOf = (path) => join(__dirname, '..', path);
const changedAt = (path) => statSync(pathOf(path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
const complain = (line) => {
  console.error(line);
  process.exit(1);
};

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  complain(`This is Node ${process.versions.node}; MyFiles needs 20.19 or newer.`);
}
if (!existsSync(pathOf('node_modules/esbuild'))) complain('The dependencies are not installed. Run: npm ci');

// The launcher bundles the program, or takes the bundle of the last time. It is itself bundled here, when it changed.
const launcher = '.build/launch.cjs';
const sources = ['launch', 'bundle', 'bundleOptions', 'buildCache', 'paths', 'runCompiled'].map(
  (name) => `tools/${name}.ts`,
);
if (sources.some((source) => changedAt(source) > changedAt(launcher))) {
  require('esbuild').buildSync({
    entryPoints: [pathOf('tools/launch.ts')],
    outfile: pathOf(launcher),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'error',
  });
}

const [entry] = process.argv.splice(2, 1);
void require(pathOf(launcher)).launch(entry);
