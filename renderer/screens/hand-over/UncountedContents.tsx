import type { HandOverView } from '../../../shared/api/views/consolidationView.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import type { ViewState } from '../../state/useView.ts';

/** In the place of a packet's contents until they have been counted. */
export function UncountedContents({ view }: { readonly view: ViewState<HandOverView> }) {
  return (
    <>
      <FailureNotice
        failure={view.failure}
        title="What would go in could not be counted"
        onRetry={view.reload}
      />
      {view.failure === undefined && <Loading what="what would go in" />}
    </>
  );
}
