import { Component, type ReactNode } from 'react';
import { focusHeading } from '../state/focusHeading.ts';
import type { RendererState } from '../state/rendererState.ts';
import { writingOf } from '../state/writingOf.ts';
import { Button } from './Button.tsx';
import { CopyTextButton } from './CopyTextButton.tsx';
import { SaveElsewhereButton } from './SaveElsewhereButton.tsx';

type Props = {
  readonly state: RendererState;
  readonly children: ReactNode;
};

/**
 * A plain screen in place of one that broke. Drafts live outside the screens, so text that was not saved yet is still
 * there: it is saved, and offered to copy when that fails.
 */
export class ErrorBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(): void {
    // What had the focus went with the screen.
    focusHeading();
    void writingOf(this.props.state)
      .flush()
      .then(() => this.forceUpdate());
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    const text = writingOf(this.props.state).unsavedText();
    return (
      <main className="plain-screen">
        <h1 tabIndex={-1}>This screen stopped working</h1>
        <p>The workbook itself is not affected: everything that was shown as saved is on the disk.</p>
        {text !== '' && (
          <>
            <p>This text was not saved yet. Copy it or save it to another place before going on.</p>
            <pre className="plain-screen__text">{text}</pre>
            <div className="button-row">
              <CopyTextButton label="Copy my text" text={() => text} />
              <SaveElsewhereButton client={this.props.state.client} text={() => text} />
            </div>
          </>
        )}
        <div className="button-row">
          <Button look="primary" onClick={() => this.startAgain()}>
            Go to the overview
          </Button>
        </div>
      </main>
    );
  }

  private startAgain(): void {
    window.location.hash = '/overview';
    this.setState({ hasFailed: false });
  }
}
