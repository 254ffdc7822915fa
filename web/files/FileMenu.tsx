import type { ReactNode } from 'react';
import { Menu } from '../shell/Menu';
import { MenuItem } from '../shell/MenuItem';
import { DownloadIcon, MoreIcon, PencilIcon, RestoreIcon, TrashIcon } from '../shell/icons';
import { strings } from '../words/strings';
import type { RowActions } from './rowActions';
import type { FileItem } from './useFiles';

/** The menu of one file's actions. */
export const FileMenu = ({ file, actions }: { readonly file: FileItem; readonly actions: RowActions }) => {
  const entry = (label: string, icon: ReactNode, run: (file: FileItem) => void, isDangerous = false) => (
    <MenuItem icon={icon} isDangerous={isDangerous} onSelect={() => run(file)}>
      {label}
    </MenuItem>
  );
  return (
    <Menu label={strings.actionsOf(file.fileName)} button={<MoreIcon />}>
      {file.status === 'TRASHED' ? (
        <>
          {entry(strings.restore, <RestoreIcon />, actions.restore)}
          {entry(strings.deleteForGood, <TrashIcon />, actions.deleteForGood, true)}
        </>
      ) : (
        <>
          {entry(strings.download, <DownloadIcon />, actions.download)}
          {entry(strings.rename, <PencilIcon />, actions.beginRename)}
          {entry(strings.moveToTrash, <TrashIcon />, actions.trash, true)}
        </>
      )}
    </Menu>
  );
};
