import { strings } from '../words/strings';
import { Logo } from './Logo';

/** What is seen for the moment in which nobody knows yet who is there. */
export const Splash = () => (
  <main className="splash" aria-busy="true" aria-label={strings.loading}>
    <Logo size={48} />
  </main>
);
