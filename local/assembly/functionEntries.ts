import type { BackgroundFunction, LambdaSource } from '../../resolvers/wiringTypes';
import type { Wiring } from '../project';

/** Every Lambda of the manifest by name: those behind fields, then those that run in the background. */
export const functionEntries = ({
  sources,
  background,
}: Wiring): readonly (readonly [name: string, description: LambdaSource | BackgroundFunction])[] => [
  ...Object.entries(sources).flatMap(([name, source]) => (source.kind === 'lambda' ? [[name, source] as const] : [])),
  ...Object.entries(background),
];
