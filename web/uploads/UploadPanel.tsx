import '../styles/uploads.css';
import { useState } from 'react';
import { ChevronDownIcon, ChevronUpIcon, CloseIcon } from '../shell/icons';
import { useServices } from '../shell/services';
import { formatBytes, formatSeconds } from '../words/quantities';
import { strings } from '../words/strings';
import { isActive } from './describeUpload';
import { totalsOf } from './totals';
import { Unfinished } from './Unfinished';
import { UploadRow } from './UploadRow';
import { useLeaveWarning } from './useLeaveWarning';
import { useUnfinished } from './useUnfinished';
import { useUploads } from './useUploads';

const maxRows = 50;

/** The uploads in progress, one by one and in total, and the unfinished ones. */
export const UploadPanel = () => {
  const { uploader } = useServices();
  const uploads = useUploads();
  const unfinished = useUnfinished(uploads);
  const [isOpen, setOpen] = useState(true);
  const totals = totalsOf(uploads);
  useLeaveWarning(totals.active > 0);
  if (uploads.length === 0 && unfinished.length === 0) return null;

  const hasPaused = uploads.some(({ state }) => state === 'paused');
  const rows = [...uploads.filter(isActive), ...uploads.filter((upload) => !isActive(upload)).reverse()];
  return (
    <section className="uploads" aria-label={strings.uploads}>
      <header>
        <div className="summary">
          <h2>{uploads.length === 0 ? strings.unfinished : summaryOf(totals)}</h2>
          {totals.active > 0 && <p>{paceOf(totals)}</p>}
        </div>
        {totals.active === 0 && uploads.length > 0 && (
          <button type="button" className="icon-button" aria-label={strings.clearUploads} onClick={uploader.clear}>
            <CloseIcon />
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-expanded={isOpen}
          aria-label={isOpen ? strings.hideUploads : strings.showUploads}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <ChevronDownIcon /> : <ChevronUpIcon />}
        </button>
      </header>
      {totals.active > 0 && (
        <progress className="bar" max={totals.size || 1} value={totals.sent} aria-label={strings.uploads} />
      )}
      {isOpen && (
        // Focusable, so that it can be scrolled by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="body" tabIndex={0}>
          {totals.active > 1 && (
            <div className="all">
              <button type="button" onClick={hasPaused ? uploader.resumeAll : uploader.pauseAll}>
                {hasPaused ? strings.resumeAll : strings.pauseAll}
              </button>
              <button type="button" onClick={uploader.cancelAll}>
                {strings.cancelAll}
              </button>
            </div>
          )}
          <ul>
            {rows.slice(0, maxRows).map((upload) => (
              <UploadRow key={upload.id} upload={upload} />
            ))}
          </ul>
          {rows.length > maxRows && <p className="more">{strings.moreUploads(rows.length - maxRows)}</p>}
          {unfinished.length > 0 && <Unfinished files={unfinished} hasTitle={uploads.length > 0} />}
        </div>
      )}
      <p className="spoken" role="status">
        {uploads.length > 0 && summaryOf(totals)}
      </p>
    </section>
  );
};

type Totals = ReturnType<typeof totalsOf>;

const summaryOf = ({ active, done, failed, count }: Totals): string => {
  if (active > 0) return strings.uploading(done, count);
  return failed > 0 ? strings.someFailed(failed) : strings.allUploaded(done);
};

const paceOf = ({ sent, size, bytesPerSecond, secondsLeft }: Totals): string =>
  [
    strings.ofBytes(formatBytes(sent), formatBytes(size)),
    ...(bytesPerSecond > 0 ? [strings.perSecond(formatBytes(bytesPerSecond))] : []),
    ...(secondsLeft === undefined ? [] : [strings.left(formatSeconds(secondsLeft))]),
  ].join(' · ');
