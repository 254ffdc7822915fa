import { AccountMenu } from '../session/AccountMenu';
import { strings } from '../words/strings';
import { Logo } from './Logo';
import { SearchField, type SearchFieldProps } from './SearchField';

/** The top of the page. */
export const Header = ({ prefix, onPrefix }: SearchFieldProps) => (
  <header className="header">
    <a className="brand" href="#files" aria-label={strings.brand}>
      <Logo size={28} />
      <span>{strings.brand}</span>
    </a>
    <SearchField prefix={prefix} onPrefix={onPrefix} />
    <AccountMenu />
  </header>
);
