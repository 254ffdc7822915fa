import { memo } from 'react';
import { kindOf } from '../files/kindOf';
import { CheckIcon, CloseIcon, PauseIcon, PlayIcon, RetryIcon } from '../shell/icons';
import { useServices } from '../shell/services';
import { strings } from '../words/strings';
import { isActive } from './describeUpload';
import { statusOf } from './statusOf';
import type { Upload } from './uploader';

/** One upload: its progress and its actions. */
export const UploadRow = memo(({ upload }: { readonly upload: Upload }) => {
  const { uploader } = useServices();
  const { id, name, type, size, sent, state, isFinal } = upload;
  const { Icon } = kindOf(type);
  const isPaused = state === 'paused';
  const canPause = isPaused || state === 'sending' || state === 'waiting';
  const canRetry = (state === 'failed' && !isFinal) || state === 'offline';
  return (
    <li className={`upload ${state}`} data-state={state}>
      <Icon />
      <div className="words">
        <span className="title" dir="auto" title={name}>
          {name}
        </span>
        <span className="status">{statusOf(upload)}</span>
        {isActive(upload) && (
          <progress className="bar" max={size || 1} value={sent} aria-label={strings.progressOf(name)} />
        )}
      </div>
      {state === 'done' && (
        <span className="done">
          <CheckIcon />
          <span className="spoken">{strings.done}</span>
        </span>
      )}
      {canPause && (
        <button
          type="button"
          className="icon-button"
          aria-label={isPaused ? strings.resume(name) : strings.pause(name)}
          onClick={() => uploader.togglePause(id)}
        >
          {isPaused ? <PlayIcon /> : <PauseIcon />}
        </button>
      )}
      {canRetry && (
        <button
          type="button"
          className="icon-button"
          aria-label={strings.retry(name)}
          onClick={() => uploader.retry(id)}
        >
          <RetryIcon />
        </button>
      )}
      {state !== 'done' && state !== 'saving' && (
        <button
          type="button"
          className="icon-button"
          aria-label={strings.cancelUpload(name)}
          onClick={() => uploader.cancel(id)}
        >
          <CloseIcon />
        </button>
      )}
    </li>
  );
});
UploadRow.displayName = 'UploadRow';
