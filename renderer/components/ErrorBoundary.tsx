import { Component, type ReactNode } from 'react';
import type { WorkbookClient } from '../../shared/api/client.ts';
import type { Autosave } from '../state/autosave.ts';
import { unsavedText } from '../state/drafts.ts';
import { Button } from './Button.tsx';
import { CopyTextButton } from './CopyTextButton.tsx';
import { SaveElsewhereButton } from './SaveElsewhereButton.tsx';

type Props = {
  readonly autosave: Autosave;
  readonly client: WorkbookClient;
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
    void this.props.autosave.flush().then(() => this.forceUpdate());
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    const text = unsavedText(this.props.autosave.store.getState().drafts);
    return (
      <main className="plain-screen">
        <h1>This screen stopped working</h1>
        <p>The workbook itself is not affected: everything that was shown as saved is on the disk.</p>
        {text !== '' && (
          <>
            <p>This text was not saved yet. Copy it or save it to another place before going on.</p>
            <pre className="plain-screen__text">{text}</pre>
            <div className="button-row">
              <CopyTextButton label="Copy my text" text={() => text} />
              <SaveElsewhereButton client={this.props.client} text={() => text} />
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
