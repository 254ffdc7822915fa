import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildDirectory, projectRoot } from './paths';
import { replaceFile } from './replaceFile';

/** What a build depends on (paths relative to the project) and what it made (texts or file paths, by name). */
export interface Build {
  readonly inputs: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
}

interface Entry {
  readonly recipe: string;
  readonly inputs: Readonly<Record<string, Input>>;
  readonly outputs: Readonly<Record<string, string>>;
}

/** A file that a build read or wrote. */
interface Input {
  /** Size and modification time: while they stay, the content is taken to be unchanged. */
  readonly mark: string;
  readonly digest: string;
}

/**
 * The outputs of a build, rebuilt only when the content of something it depends on has changed: the recipe (its
 * options), an input of the last build, or the lock file, which stands for everything in node_modules. Uses synchronous
 * file access: a starting program has nothing else to do, and several hundred files then take only a few ms.
 */
export const cachedBuild = async (
  name: string,
  recipe: unknown,
  build: () => Promise<Build>,
): Promise<Build['outputs']> => {
  const signature = digest(JSON.stringify(recipe) + markOf('package-lock.json'));
  const path = join(buildDirectory, 'cache', `${name}.json`);
  const known = readEntry(path);
  const inputsNow = known?.recipe === signature ? sameContent(known.inputs) : undefined;
  if (known && inputsNow) {
    // Some files were touched but not changed: keep their new marks.
    if (inputsNow !== known.inputs) await replaceFile(path, JSON.stringify({ ...known, inputs: inputsNow }));
    return known.outputs;
  }
  const { inputs, outputs } = await build();
  const own = inputs.map(fromRoot).filter((input) => !input.startsWith('node_modules'));
  const entry: Entry = {
    recipe: signature,
    inputs: Object.fromEntries(own.map((input) => [input, inputOf(input)])),
    outputs,
  };
  await replaceFile(path, JSON.stringify(entry));
  return outputs;
};

/** The inputs with their current marks: the same object if no mark has changed, undefined if any content has. */
const sameContent = (inputs: Entry['inputs']): Entry['inputs'] | undefined => {
  const touched = Object.entries(inputs)
    .map(([path, { mark, digest }]) => ({ path, digest, isSame: markOf(path) === mark }))
    .filter(({ isSame }) => !isSame)
    .map(({ path, digest }) => ({ path, known: digest, ...inputOf(path) }));
  if (touched.some(({ known, digest }) => known !== digest)) return undefined;
  if (touched.length === 0) return inputs;
  return { ...inputs, ...Object.fromEntries(touched.map(({ path, mark, digest }) => [path, { mark, digest }])) };
};

const inputOf = (path: string): Input => ({ mark: markOf(path), digest: digestOf(path) });

const markOf = (path: string): string => {
  // Without `join`, which takes as long as the disk access.
  const found = statSync(projectRoot + path, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.size} ${found.mtimeNs}` : 'absent';
};

const readEntry = (path: string): Entry | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // no entry yet, or an unreadable one: build
  }
};

const digestOf = (path: string): string => {
  try {
    return digest(readFileSync(join(projectRoot, path)));
  } catch {
    return 'absent';
  }
};

const digest = (data: string | Buffer): string => createHash('sha256').update(data).digest('base64url');

const fromRoot = (path: string): string => relative(projectRoot, join(projectRoot, path));
