/** A function was deployed without a variable it needs. */
export class MissingEnvironment extends Error {
  override readonly name = 'MissingEnvironment';

  constructor(variable: string) {
    super(`The environment variable ${variable} is not set.`);
  }
}

/** The type of `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a required variable, or MissingEnvironment if it is absent or empty. */
export const required = (environment: Environment, variable: string): string => {
  const value = environment[variable];
  if (!value) throw new MissingEnvironment(variable);
  return value;
};
