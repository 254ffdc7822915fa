import { useEffect, useState } from 'react';
import { useServices } from '../shell/services';
import { kindOf } from './kindOf';
import type { FileItem } from './useFiles';

const restMilliseconds = 120;

/** The thumbnail of an image, or an icon of the file's kind. */
export const Thumbnail = ({ file }: { readonly file: FileItem }) => {
  const { thumbnails } = useServices();
  const [url, setUrl] = useState(() => thumbnails.ready(file));
  const isWanted = url === undefined && file.status === 'AVAILABLE' && thumbnails.has(file);

  useEffect(() => {
    if (!isWanted) return;
    const life = { isOver: false };
    // Rows that only scroll past need none.
    const timer = setTimeout(() => {
      void thumbnails.urlOf(file).then((made) => life.isOver || setUrl(made));
    }, restMilliseconds);
    return () => {
      life.isOver = true;
      clearTimeout(timer);
    };
  }, [file, isWanted, thumbnails]);

  const { name, Icon } = kindOf(file.contentType);
  return (
    <span className={`thumbnail ${name}`}>
      {url === undefined ? <Icon size={22} /> : <img src={url} alt="" width={40} height={40} />}
    </span>
  );
};
