import type { Trigger } from '../resolvers/wiringTypes';
import type { StageConfig } from './config';
import { backgroundOf, lambdaSources } from './wiring';

/**
 * How many calls of a function that no field calls may run at once: a shard has one reader at a time, and two
 * comparisons at once would only be in each other's way.
 */
export const backgroundConcurrency = ({ reservedConcurrency }: StageConfig, trigger: Trigger): number =>
  'stream' in trigger ? reservedConcurrency : 1;

/** What the functions of a stage reserve together. */
export const totalConcurrency = (stage: StageConfig): number =>
  backgroundOf(stage).reduce(
    (sum, [, { trigger }]) => sum + backgroundConcurrency(stage, trigger),
    lambdaSources.length * stage.reservedConcurrency,
  );
