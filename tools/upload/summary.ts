import { printable } from './meter';
import { showBytes, showDuration, showFiles } from './quantities';
import type { Outcome } from './uploadFiles';

/** What a run has done, in a line for people. */
export const summarize = (outcomes: readonly Outcome[], elapsedMilliseconds: number): string => {
  const saved = outcomes.filter(({ end }) => end === 'SAVED');
  const sent = outcomes.reduce((sum, outcome) => sum + outcome.sent, 0);
  const speed = elapsedMilliseconds > 0 ? `, ${showBytes((sent / elapsedMilliseconds) * 1000)}/s` : '';
  const counted = `${saved.length} of ${showFiles(outcomes.length)} saved`;
  return `${counted}; ${showBytes(sent)} sent in ${showDuration(elapsedMilliseconds)}${speed}.`;
};

/** What a run has left undone and why, in lines for people. */
export const leftOf = (outcomes: readonly Outcome[]): readonly string[] => {
  const stopped = outcomes.filter(({ end }) => end === 'STOPPED');
  const failures = outcomes.flatMap(({ name, end }) =>
    typeof end === 'string' ? [] : [`  ${name}  ${end.errorType}: ${printable(end.message)}`],
  );
  return [
    ...(failures.length === 0 ? [] : [`${showFiles(failures.length)} failed:`, ...failures]),
    ...(stopped.length === 0
      ? []
      : [`Stopped: ${showFiles(stopped.length)} left. Run the same command again to resume.`]),
  ];
};
