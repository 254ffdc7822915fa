// Starts a TypeScript program of this project: `node tools/run.js local/cli.ts …`.
// Plain JavaScript, since it is what runs before anything is installed or built.
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
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
const launcher = '.build/launch.mjs';
const sources = ['launch', 'bundle', 'bundleOptions', 'buildCache', 'paths', 'runCompiled'].map(
  (name) => `tools/${name}.ts`,
);
if (sources.some((source) => changedAt(source) > changedAt(launcher))) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [pathOf('tools/launch.ts')],
    outfile: pathOf(launcher),
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
}

const { launch } = await import(new URL(`../${launcher}`, import.meta.url).href);
const [entry] = process.argv.splice(2, 1);
await launch(entry);
