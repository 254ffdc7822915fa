import { useCallback, useState } from 'react';
import { FilesPage } from '../files/FilesPage';
import { OfflineBanner } from '../live/OfflineBanner';
import { useFileEvents } from '../live/useFileEvents';
import { DropZone } from '../uploads/DropZone';
import { UploadPanel } from '../uploads/UploadPanel';
import { Header } from './Header';
import { Places } from './Places';
import { ToastList } from './ToastList';
import { usePlace } from './usePlace';

/** The frame around the files: header, navigation, uploads and toasts. */
export const Shell = () => {
  const place = usePlace();
  const [prefix, setPrefix] = useState('');
  const search = useCallback((text: string) => setPrefix(text.trimStart()), []);
  useFileEvents();
  return (
    <div className="shell">
      <Header prefix={prefix} onPrefix={search} />
      <OfflineBanner />
      <Places place={place} />
      <main>
        <FilesPage key={place} place={place} prefix={prefix} onPrefix={search} />
      </main>
      <div className="notices">
        <ToastList />
        <UploadPanel />
      </div>
      <DropZone />
    </div>
  );
};
