import { useEffect, useState } from 'react';
import { UploadIcon } from '../shell/icons';
import { useServices } from '../shell/services';
import { otherWords } from '../words/errorWords';
import { formatInstant } from '../words/quantities';
import { strings } from '../words/strings';
import { droppedFiles } from './droppedFiles';

/** Uploads files dropped on the page or pasted into it. */
export const DropZone = () => {
  const { toasts, uploader } = useServices();
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(false);
      void droppedFiles(event.dataTransfer).then(uploader.add, () =>
        toasts.say(otherWords.unreadable, { isProblem: true }),
      );
    };
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) void uploader.add(files.map(named));
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [toasts, uploader]);

  if (!isOver) return null;
  return (
    <div className="drop-zone" aria-hidden="true">
      <UploadIcon size={48} />
      <strong>{strings.dropHere}</strong>
    </div>
  );
};

/** Browsers name every pasted picture `image.png`: the time tells them apart. */
const named = (file: File): File => {
  const when = formatInstant(new Date().toISOString()).replaceAll(':', '.');
  const [, ending = ''] = /(\.\w+)$/.exec(file.name) ?? [];
  return file.name === 'image.png' ? new File([file], `${strings.pasted(when)}${ending}`, { type: file.type }) : file;
};
