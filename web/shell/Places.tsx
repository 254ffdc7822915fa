import type { View } from '../files/view';
import { UploadButton } from '../uploads/UploadButton';
import { UsageBar } from '../usage/UsageBar';
import { strings } from '../words/strings';
import { FolderIcon, TrashIcon } from './icons';

/** The navigation: at the side, or on a phone at the bottom. */
export const Places = ({ place }: { readonly place: View['place'] }) => (
  <nav className="places" aria-label={strings.navigation}>
    <UploadButton />
    <ul>
      <li>
        <a href="#files" aria-current={place === 'AVAILABLE' ? 'page' : undefined}>
          <FolderIcon /> {strings.files}
        </a>
      </li>
      <li>
        <a href="#trash" aria-current={place === 'TRASHED' ? 'page' : undefined}>
          <TrashIcon /> {strings.trash}
        </a>
      </li>
    </ul>
    <UsageBar />
  </nav>
);
