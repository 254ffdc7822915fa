import { backgroundConcurrency } from '../config/background';
import type { Trigger } from '../resolvers/wiringTypes';
import type { StageConfig } from './config';
import { backgroundOf, lambdaSources } from './wiring';

/** The reserved concurrency of a background function. */
export const reservedFor = ({ reservedConcurrency }: StageConfig, trigger: Trigger): number =>
  backgroundConcurrency(trigger) ?? reservedConcurrency;

/** The concurrency that a stage's functions reserve together. */
export const totalConcurrency = (stage: StageConfig): number =>
  backgroundOf(stage).reduce(
    (sum, [, { trigger }]) => sum + reservedFor(stage, trigger),
    lambdaSources.length * stage.reservedConcurrency,
  );
