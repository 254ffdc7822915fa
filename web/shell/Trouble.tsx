import { Component, type ReactNode } from 'react';
import { strings } from '../words/strings';

interface TroubleState {
  readonly hasFailed: boolean;
}

/** Stands in for a page that failed to draw. React knows such a place only as a class. */
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
