import type { Trigger } from '../resolvers/wiringTypes';
import type { StageConfig } from './config';
import { backgroundOf, lambdaSources } from './wiring';

/**
 * The reserved concurrency of a background function: a stream has one reader per shard at a time, and two concurrent
 * comparisons would only get in each other's way.
 */
export const backgroundConcurrency = ({ reservedConcurrency }: StageConfig, trigger: Trigger): number =>
  'stream' in trigger ? reservedConcurrency : 1;

/** The concurrency that a stage's functions reserve together. */
export const totalConcurrency = (stage: StageConfig): number =>
  backgroundOf(stage).reduce(
    (sum, [, { trigger }]) => sum + backgroundConcurrency(stage, trigger),
    lambdaSources.length * stage.reservedConcurrency,
  );
