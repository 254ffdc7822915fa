import { strings } from '../words/strings';
import { AlertIcon } from './icons';

export interface ProblemProps {
  readonly title: string;
  readonly words: string;
  readonly onAgain: () => void;
}

/** Shown in place of what could not be loaded. */
export const Problem = ({ title, words, onAgain }: ProblemProps) => (
  <div className="empty" role="alert">
    <span className="emblem">
      <AlertIcon size={36} />
    </span>
    <h2>{title}</h2>
    <p>{words}</p>
    <button type="button" className="button" onClick={onAgain}>
      {strings.tryAgain}
    </button>
  </div>
);
