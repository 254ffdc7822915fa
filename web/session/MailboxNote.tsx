import { strings } from '../words/strings';

/** In the twin no letter leaves the machine: this leads to where they are. */
export const MailboxNote = ({ address }: { readonly address: string }) => (
  <p className="note">
    {strings.mailboxNote}{' '}
    <a href={address} target="_blank" rel="noreferrer">
      {strings.openMailbox}
    </a>
  </p>
);
