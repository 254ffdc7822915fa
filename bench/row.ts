/** One figure, and what it is compared with. Figures of one run compare; those of two machines do not. */
export type Row = Named & (Sides | { readonly open: () => Promise<OpenSides> });

interface Named {
  readonly name: string;
  readonly unit: 'MiB/s' | 'MiB' | 'KiB' | 'ms' | 'us';
  /** What is to be reached; absent where the figure is only to be known. */
  readonly goal?: Goal;
  /** Where the row stands in a series that shows how a cost grows. */
  readonly growth?: Growth;
  /** How often floor and figure are taken in turn, after one round that only warms up; 5 when absent. */
  readonly rounds?: number;
}

interface Sides {
  /** The least that the same work costs, measured in the same rounds; absent where the figure speaks for itself. */
  readonly floor?: () => Promise<number>;
  readonly measure: () => Promise<number>;
}

/** What stays open while it is measured, again and again. */
export interface OpenSides extends Sides {
  readonly close: () => Promise<void>;
}

/** One point of a series: `files`, 10,000. */
interface Growth {
  readonly of: string;
  readonly at: number;
}

/** What is to be reached: of the figure itself, or of its ratio to the floor. */
export type Goal =
  | { readonly of: 'figure' | 'ratio'; readonly atLeast: number }
  | { readonly of: 'figure' | 'ratio'; readonly atMost: number };

/** What a row came to: medians over its rounds. */
export interface Result {
  readonly name: string;
  readonly unit: Row['unit'];
  readonly figure: number;
  readonly floor?: number;
  /** The median of each round's own ratio, so that a slow moment of the machine weighs on both. */
  readonly ratio?: number;
  readonly goal?: { readonly words: string; readonly isReached: boolean };
  readonly growth?: Growth;
}
