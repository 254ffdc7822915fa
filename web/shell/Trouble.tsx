import { Component, type ReactNode } from 'react';
import { strings } from '../words/strings';

interface TroubleState {
  readonly hasFailed: boolean;
}

/** The error boundary around the page; React supports these only as classes. */
export class Trouble extends Component<{ readonly children: ReactNode }, TroubleState> {
  override state: TroubleState = { hasFailed: false };

  static getDerivedStateFromError(): TroubleState {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className="entrance" role="alert">
        <h1>{strings.troubleTitle}</h1>
        <p>{strings.troubleText}</p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {strings.reload}
        </button>
      </main>
    );
  }
}
