import { strings } from '../words/strings';

/** The twin sends no real e-mail: this links to the mailbox that collects it. */
export const MailboxNote = ({ address }: { readonly address: string }) => (
  <p className="note">
    {strings.mailboxNote}{' '}
    <a href={address} target="_blank" rel="noreferrer">
      {strings.openMailbox}
    </a>
  </p>
);
