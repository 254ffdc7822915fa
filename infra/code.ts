import { InvalidWiring, MissingCode } from './errors';

/** The code to deploy, as `tools/bundle.ts` bundles it. */
export interface ProjectCode {
  /** APPSYNC_JS source by schema coordinate. */
  readonly resolvers: Readonly<Record<string, string>>;
  /** APPSYNC_JS source by step name. */
  readonly steps: Readonly<Record<string, string>>;
  /** By function name, the directory that holds `index.mjs`. */
  readonly functions: Readonly<Record<string, { readonly directory: string }>>;
}

/** The code of a field's resolver, or MissingCode. */
export const resolverCode = (code: ProjectCode, coordinate: string): string => {
  const text = code.resolvers[coordinate];
  if (text === undefined) throw new MissingCode('resolver', coordinate);
  return withinLimit(coordinate, text);
};

/** The code of a step, or MissingCode. */
export const stepCode = (code: ProjectCode, step: string): string => {
  const text = code.steps[step];
  if (text === undefined) throw new MissingCode('step', step);
  return withinLimit(step, text);
};

/** The directory of a function's bundle, or MissingCode. */
export const functionDirectory = (code: ProjectCode, name: string): string => {
  const bundle = code.functions[name];
  if (bundle === undefined) throw new MissingCode('function', name);
  return bundle.directory;
};

// https://docs.aws.amazon.com/general/latest/gr/appsync.html
const maxCodeCharacters = 32_768;

const withinLimit = (id: string, text: string): string => {
  if (text.length <= maxCodeCharacters) return text;
  throw new InvalidWiring(`The code of ${id} has ${text.length} characters; AppSync takes ${maxCodeCharacters}.`);
};
