/** A parsed condition in dynalite's form. */
export interface Parsed {
  readonly expression: unknown;
  readonly nestedPaths: object;
  readonly pathHeads: object;
}
