import type { WorkbookError } from '../../shared/domain/workbookError.ts';
import { focusHeading } from '../state/focusHeading.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

/** What went wrong, where it happened, and a way to try again where there is one. Draws nothing without a failure. */
export function FailureNotice(props: {
  readonly failure: WorkbookError | undefined | null;
  /** What did not work: "The evidence could not be read". */
  readonly title: string;
  readonly onRetry?: () => void;
}) {
  if (props.failure == null) return null;
  const handleRetry = () => {
    props.onRetry?.();
    focusHeading();
  };
  return (
    <Notice kind="error" title={props.title}>
      <p>{props.failure.message}</p>
      {props.onRetry !== undefined && <Button onClick={handleRetry}>Try again</Button>}
    </Notice>
  );
}
