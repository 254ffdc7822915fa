import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { projectRoot } from '../paths';

/** Where the last released contract is kept, and what has been broken since on purpose. */
export const released = { schema: 'schema/released/released.graphql', breaking: 'schema/released/breaking.json' };

/** The contract as SDL, with what AppSync adds to GraphQL, so that every tool can read it. */
export const readContract = async (): Promise<string> => {
  const texts = await Promise.all(
    ['appsync', 'schema'].map((name) => readFile(join(projectRoot, `schema/${name}.graphql`), 'utf8')),
  );
  const sdl = texts.join('\n');
  buildSchema(sdl); // or an error that says where
  return sdl;
};
