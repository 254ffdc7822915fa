import { Dialog } from '../shell/Dialog';
import { strings } from '../words/strings';

export interface ConfirmDeleteProps {
  readonly count: number;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks for confirmation before files are deleted irrevocably. */
export const ConfirmDelete = ({ count, onConfirm, onCancel }: ConfirmDeleteProps) => (
  <Dialog label={strings.deleteForGoodTitle(count)} onClose={onCancel}>
    <h2>{strings.deleteForGoodTitle(count)}</h2>
    <p>{strings.deleteForGoodText(count)}</p>
    <div className="buttons">
      <button type="button" className="button" onClick={onCancel}>
        {strings.cancel}
      </button>
      <button type="button" className="button danger" onClick={onConfirm}>
        {strings.deleteForGood}
      </button>
    </div>
  </Dialog>
);
