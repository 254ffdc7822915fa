import { formatBytes, formatSeconds } from '../words/quantities';
import { strings } from '../words/strings';
import type { Upload } from './uploader';

/** An upload's status in words: how much is sent, how fast, how much time is left, or why it failed. */
export const statusOf = ({ state, problem, sent, size, bytesPerSecond }: Upload): string => {
  const amount = strings.ofBytes(formatBytes(sent), formatBytes(size));
  const pace =
    bytesPerSecond > 0
      ? [strings.perSecond(formatBytes(bytesPerSecond)), strings.left(formatSeconds((size - sent) / bytesPerSecond))]
      : [];
  const words = {
    waiting: [strings.waiting, formatBytes(size)],
    sending: [amount, ...pace],
    paused: [strings.paused, amount],
    offline: [strings.waitsForNetwork, amount],
    saving: [strings.saving],
    done: [formatBytes(size)],
    failed: [problem ?? ''],
  } satisfies Record<Upload['state'], string[]>;
  return words[state].join(' · ');
};
