import type { StoreApi } from 'zustand';
import { jobs } from '../../../renderer/components/jobs/jobs.ts';
import { keptPassphrases } from '../../../renderer/components/passphrase/keptPassphrases.ts';
import { desk } from '../../../renderer/screens/bring-together/deskState.ts';
import { deletedNotice } from '../../../renderer/screens/evidence/deletedNotice.ts';
import { registerView } from '../../../renderer/screens/evidence/registerView.ts';
import { frameworksFilter } from '../../../renderer/screens/frameworks/frameworksFilter.ts';
import { lastSearch } from '../../../renderer/screens/search/lastSearch.ts';

const forgetting =
  <State>(store: StoreApi<State>) =>
  () =>
    store.setState(store.getInitialState(), true);

/** How to forget what the page remembers over its screens, by the name of its store; a guard looks for a missing one. */
export const pageStores = {
  deletedNotice: forgetting(deletedNotice),
  desk: forgetting(desk),
  frameworksFilter: forgetting(frameworksFilter),
  jobs: forgetting(jobs),
  keptPassphrases: forgetting(keptPassphrases),
  lastSearch: forgetting(lastSearch),
  registerView: forgetting(registerView),
};
