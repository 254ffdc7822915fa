/** One figure and its floor. Figures compare within a run, not across machines. */
export type Row = Named & (Sides | { readonly open: () => Promise<OpenSides> });

interface Named {
  readonly name: string;
  readonly unit: 'MiB/s' | 'MiB' | 'KiB' | 'ms' | 'us';
  /** The goal; absent for a figure that is only informative. */
  readonly goal?: Goal;
  /** The row's point in a series that shows how a cost grows. */
  readonly growth?: Growth;
  /** How many rounds count, after one for warming up; 5 when absent. With 1 there is no warm-up. */
  readonly rounds?: number;
}

/** What a row measures, and against what. */
export interface Sides {
  /** The least that the same work can cost, measured in the same rounds; absent where the figure speaks for itself. */
  readonly floor?: () => Promise<number>;
  readonly measure: () => Promise<number>;
}

/** Sides that stay open over all rounds. */
export interface OpenSides extends Sides {
  readonly close: () => Promise<void>;
}

/** One point of a series: `files`, 10,000. */
interface Growth {
  readonly of: string;
  readonly at: number;
}

/** A bound on the figure itself, or on its ratio to the floor. */
export type Goal =
  | { readonly of: 'figure' | 'ratio'; readonly atLeast: number }
  | { readonly of: 'figure' | 'ratio'; readonly atMost: number };

/** A row's result: medians over its rounds. */
export interface Result {
  readonly name: string;
  readonly unit: Row['unit'];
  readonly figure: number;
  readonly floor?: number;
  /** The median of the rounds' ratios: a slow moment of the machine then affects both sides of one ratio. */
  readonly ratio?: number;
  readonly goal?: { readonly words: string; readonly isReached: boolean };
  readonly growth?: Growth;
}
