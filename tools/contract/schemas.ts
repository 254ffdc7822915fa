import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { projectRoot } from '../paths';

/** The files of the last released contract and of its deliberate breaking changes since. */
export const released = { schema: 'schema/released/released.graphql', breaking: 'schema/released/breaking.json' };

/** The contract as SDL, including AppSync's scalars and directives, so that every tool can read it. */
export const readContract = async (): Promise<string> => {
  const texts = await Promise.all(
    ['appsync', 'schema'].map((name) => readFile(join(projectRoot, `schema/${name}.graphql`), 'utf8')),
  );
  const sdl = texts.join('\n');
  buildSchema(sdl); // throws with the position of an error
  return sdl;
};
