import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { buildDirectory, projectRoot } from './paths';

/** What a build read (paths relative to the project) and made (texts by name). */
export interface Build {
  readonly inputs: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
}

interface Entry {
  readonly recipe: string;
  readonly inputs: Readonly<Record<string, Input>>;
  readonly outputs: Readonly<Record<string, string>>;
}

/** A file that a build read. */
interface Input {
  /** Size and time of change: while they stay, the content is taken to be the same. */
  readonly mark: string;
  readonly digest: string;
}

/**
 * The outputs of a build, made anew only when something it depends on has other content: the recipe (its
 * options), a file it read last time, or the lock file, which stands for everything in node_modules.
 */
export const cachedBuild = async (
  name: string,
  recipe: unknown,
  build: () => Promise<Build>,
): Promise<Build['outputs']> => {
  const signature = digest(JSON.stringify(recipe) + (await markOf('package-lock.json')));
  const path = join(buildDirectory, 'cache', `${name}.json`);
  const known = await readEntry(path);
  if (known?.recipe === signature && (await isFresh(known))) return known.outputs;

  const { inputs, outputs } = await build();
  const own = inputs.map(fromRoot).filter((input) => !input.startsWith('node_modules'));
  const read = await Promise.all(own.map(async (input) => [input, await inputOf(input)] as const));
  const entry: Entry = { recipe: signature, inputs: Object.fromEntries(read), outputs };
  await replaceFile(path, JSON.stringify(entry));
  return outputs;
};

/**
 * Writes a file so that a reader at any moment finds the old text or the new one, whole. Its draft lies beside it, or in
 * another folder of the same disk where a reader takes all that is there.
 */
export const replaceFile = async (path: string, text: string, drafts = join(path, '..')): Promise<void> => {
  await Promise.all([join(path, '..'), drafts].map((folder) => mkdir(folder, { recursive: true })));
  const draft = join(drafts, `${basename(path)}.${randomUUID()}.draft`);
  await writeFile(draft, text);
  await rename(draft, path);
};

const isFresh = async ({ inputs }: Entry): Promise<boolean> => {
  const same = await Promise.all(
    Object.entries(inputs).map(
      async ([path, { mark, digest }]) => (await markOf(path)) === mark || (await digestOf(path)) === digest,
    ),
  );
  return same.every(Boolean);
};

const inputOf = async (path: string): Promise<Input> => ({ mark: await markOf(path), digest: await digestOf(path) });

const markOf = async (path: string): Promise<string> => {
  try {
    const { size, mtimeMs } = await stat(join(projectRoot, path));
    return `${size} ${mtimeMs}`;
  } catch {
    return 'absent';
  }
};

const readEntry = async (path: string): Promise<Entry | undefined> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined; // no entry yet, or one that cannot be read: build
  }
};

const digestOf = async (path: string): Promise<string> => {
  try {
    return digest(await readFile(join(projectRoot, path)));
  } catch {
    return 'absent';
  }
};

const digest = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

const fromRoot = (path: string): string => relative(projectRoot, join(projectRoot, path));
