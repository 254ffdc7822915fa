import { AccountMenu } from '../session/AccountMenu';
import { strings } from '../words/strings';
import { Logo } from './Logo';
import { SearchField } from './SearchField';

export interface HeaderProps {
  readonly prefix: string;
  readonly onPrefix: (prefix: string) => void;
}

/** The top of the page. */
export const Header = ({ prefix, onPrefix }: HeaderProps) => (
  <header className="header">
    <a className="brand" href="#files" aria-label={strings.brand}>
      <Logo size={28} />
      <span>{strings.brand}</span>
    </a>
    <SearchField prefix={prefix} onPrefix={onPrefix} />
    <AccountMenu />
  </header>
);
