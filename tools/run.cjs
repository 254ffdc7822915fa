// Starts a TypeScript program of this project, named by its path in the project or by any path to it:
// `node tools/run.cjs local/cli.ts …`.
// Plain JavaScript, since it runs before anything is installed or built; CommonJS, since Node starts it faster.
'use strict';
const { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { join, relative, sep } = require('node:path');

const pathOf = (path) => join(__dirname, '..', path);
const changedAt = (path) => statSync(pathOf(path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
const complain = (line) => {
  console.error(line);
  process.exit(1);
};

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  complain(`MyFiles needs Node 20.19 or newer; this is ${process.versions.node}.`);
}
if (!existsSync(pathOf('node_modules/esbuild'))) complain('The dependencies are not installed. Run: npm ci');

// The launcher bundles the program or reuses its last bundle. The launcher itself is bundled here when a module of this
// folder, where all that it imports lies, is newer.
const launcher = '.build/launch.cjs';
const sources = () => readdirSync(__dirname).filter((file) => file.endsWith('.ts'));
const buildLauncher = () => {
  const { outputFiles } = require('esbuild').buildSync({
    entryPoints: [pathOf('tools/launch.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'error',
  });
  mkdirSync(pathOf('.build'), { recursive: true });
  // Renamed into place atomically, since other programs may start at the same moment.
  const draft = `${launcher}.${process.pid}.draft`;
  writeFileSync(pathOf(draft), outputFiles[0].contents);
  renameSync(pathOf(draft), pathOf(launcher));
};

const [program = ''] = process.argv.splice(2, 1);
const found = [pathOf(program), program].find((path) => path.endsWith('.ts') && existsSync(path));
if (found === undefined) complain(`There is no program "${program}". Usage: node tools/run.cjs PROGRAM.ts [arguments]`);
const entry = relative(pathOf('.'), realpathSync(found)).split(sep).join('/');

const start = async () => {
  if (sources().some((source) => changedAt(`tools/${source}`) > changedAt(launcher))) buildLauncher();
  await require(pathOf(launcher)).launch(entry);
};

// For instance, in a checkout that another user owns.
const refusals = ['EACCES', 'EPERM', 'EROFS'];
start().catch((error) => {
  if (!refusals.includes(error.code) || error.path === undefined) throw error;
  complain(`Permission denied: ${error.path} (${error.code}).`);
});
