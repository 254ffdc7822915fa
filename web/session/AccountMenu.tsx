import { useAuthenticator } from '@aws-amplify/ui-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { PersonIcon, ShieldIcon, SignOutIcon } from '../shell/icons';
import { Menu } from '../shell/Menu';
import { MenuItem } from '../shell/MenuItem';
import { strings } from '../words/strings';
import { readEmail } from './readEmail';

const SecondFactor = lazy(async () => ({ default: (await import('./SecondFactor')).SecondFactor }));

/** The menu of the signed-in user: e-mail address, second factor, signing out. */
export const AccountMenu = () => {
  const { signOut } = useAuthenticator(({ user }) => [user]);
  const [isOpen, setOpen] = useState(false);
  const { data: email } = useQuery({ queryKey: ['email'], queryFn: readEmail, staleTime: Infinity });
  return (
    <>
      <Menu label={strings.account} button={<PersonIcon />} className="icon-button account">
        <p className="who">{email}</p>
        <MenuItem icon={<ShieldIcon />} onSelect={() => setOpen(true)}>
          {strings.secondFactor}
        </MenuItem>
        <MenuItem icon={<SignOutIcon />} onSelect={signOut}>
          {strings.signOut}
        </MenuItem>
      </Menu>
      {isOpen && (
        <Suspense>
          <SecondFactor onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
