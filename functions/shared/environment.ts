/** A function was deployed without a variable it needs. */
export class MissingEnvironment extends Error {
  override readonly name = 'MissingEnvironment';

  constructor(variable: string) {
    super(`The environment variable ${variable} is not set.`);
  }
}

/** What `process.env` is. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a variable that must be there. */
export const required = (environment: Environment, variable: string): string => {
  const value = environment[variable];
  if (!value) throw new MissingEnvironment(variable);
  return value;
};
