// Starts a TypeScript program of this project: `node tools/run.js local/cli.ts …`.
// Plain JavaScript, since it is what runs before anything is installed.
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
const complain = (line) => {
  console.error(line);
  process.exit(1);
};

if (major < 20 || (major === 20 && minor < 19)) {
  complain(`This is Node ${process.versions.node}; MyFiles needs 20.19 or newer.`);
}
if (!existsSync(new URL('../node_modules/tsx', import.meta.url))) {
  complain('The dependencies are not installed. Run: npm ci');
}

const { register } = await import('tsx/esm/api');
register();
const [entry] = process.argv.splice(2, 1);
await import(new URL(`../${entry}`, import.meta.url).href);
