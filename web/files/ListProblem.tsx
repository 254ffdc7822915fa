import { AlertIcon } from '../shell/icons';
import { strings } from '../words/strings';

/** Shown in place of a list that could not be loaded. */
export const ListProblem = ({ words, onAgain }: { readonly words: string; readonly onAgain: () => void }) => (
  <div className="empty" role="alert">
    <span className="emblem">
      <AlertIcon size={36} />
    </span>
    <h2>{strings.listFailed}</h2>
    <p>{words}</p>
    <button type="button" className="button" onClick={onAgain}>
      {strings.tryAgain}
    </button>
  </div>
);
