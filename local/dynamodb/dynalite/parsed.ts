import { isJsonObject } from '../../json';

/** A parsed condition in dynalite's form. */
export interface Parsed {
  readonly expression: unknown;
  readonly nestedPaths: object;
  readonly pathHeads: object;
}

/** A parsed update in dynalite's form. */
export interface Updates {
  readonly sections: UpdateSection[];
}

/** One path that an update changes. */
export interface UpdateSection {
  readonly type: string;
  readonly path: readonly (string | number)[];
  /** A literal, a path, or an operation on both. */
  val?: unknown;
}

export const isUpdates = (value: unknown): value is Updates => isJsonObject(value) && Array.isArray(value['sections']);
