import { strings } from '../words/strings';
import { Logo } from './Logo';

/** Shown while it is not known yet whether somebody is signed in. */
export const Splash = () => (
  <main className="splash" aria-busy="true" aria-label={strings.loading}>
    <Logo size={48} />
  </main>
);
