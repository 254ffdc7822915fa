import { useSyncExternalStore } from 'react';
import { strings } from '../words/strings';
import { CloseIcon } from './icons';
import { useServices } from './services';

/** The toasts: what has just happened, each with its action, such as undo. */
export const ToastList = () => {
  const { toasts } = useServices();
  const list = useSyncExternalStore(toasts.subscribe, toasts.list);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {list.map(({ id, text, isProblem, action }) => (
        <div key={id} className={isProblem ? 'toast problem' : 'toast'}>
          <p>{text}</p>
          {action && (
            <button
              type="button"
              className="act"
              onClick={() => {
                toasts.dismiss(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
          <button type="button" className="icon-button" aria-label={strings.close} onClick={() => toasts.dismiss(id)}>
            <CloseIcon size={18} />
          </button>
        </div>
      ))}
    </div>
  );
};
