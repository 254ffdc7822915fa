import type { ReactNode } from 'react';

export interface MenuItemProps {
  readonly icon: ReactNode;
  readonly isDangerous?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

/** One action in a menu. */
export const MenuItem = ({ icon, isDangerous = false, onSelect, children }: MenuItemProps) => (
  <button type="button" role="menuitem" tabIndex={-1} className={isDangerous ? 'danger' : ''} onClick={onSelect}>
    {icon}
    {children}
  </button>
);
