import '../styles/signIn.css';
import { Authenticator } from '@aws-amplify/ui-react';
import { Logo } from '../shell/Logo';
import { loadApp } from '../shell/loadApp';
import { strings } from '../words/strings';
import type { Configuration } from './configure';
import { formFields } from './formFields';
import { headings } from './headings';
import { HostedSignIn } from './HostedSignIn';
import { MailboxNote } from './MailboxNote';

export interface SignInProps {
  readonly configuration: Configuration;
  /** Whether a session has just ended by itself. */
  readonly hasEnded: boolean;
}

/** Sign-in, sign-up, confirmation, password reset and second factor: Amplify's forms, plus the pool's hosted pages. */
export const SignIn = ({ configuration, hasEnded }: SignInProps) => (
  <main className="entrance">
    <header>
      <Logo size={48} />
      <h1>{strings.brand}</h1>
      <p>{strings.promise}</p>
    </header>
    {hasEnded && (
      <p role="alert" className="note">
        {strings.sessionEnded}
      </p>
    )}
    {/* Whoever focuses the form will soon need the rest of the page. */}
    <div className="card" onFocus={() => void loadApp()}>
      <Authenticator components={headings} formFields={formFields} loginMechanisms={['email']} />
      {configuration.hasHostedSignIn && <HostedSignIn />}
    </div>
    {configuration.mailbox !== undefined && <MailboxNote address={configuration.mailbox} />}
  </main>
);
