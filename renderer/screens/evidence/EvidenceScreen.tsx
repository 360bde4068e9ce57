import { useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { EvidenceFilter } from '../../../shared/api/views/evidenceView.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { AddEvidenceDialog } from '../../components/evidence/AddEvidenceDialog.tsx';
import { useTargetNames } from '../../components/evidence/useTargetNames.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { failureOf } from '../../state/failureOf.ts';
import { focusHeading } from '../../state/focusHeading.ts';
import { routes } from '../../state/routes.ts';
import { DeletedNotice } from './DeletedNotice.tsx';
import { evidenceAddress, evidenceFilterOf, isWithoutFilter } from './evidenceAddress.ts';
import { EvidenceFilters } from './EvidenceFilters.tsx';
import { EvidenceRegister } from './EvidenceRegister.tsx';
import './evidence-screen.css';
import { countInWords, filterInWords, listInWords } from './filterInWords.ts';
import { registerView } from './registerView.ts';
import { useEvidenceList } from './useEvidenceList.ts';

/** The register of all evidence. `filter` is the last part of an address made by `evidenceAddress`. */
export function EvidenceScreen({ filter: filterPart = '' }: { readonly filter?: string }) {
  const filter = evidenceFilterOf(filterPart);
  const address = evidenceAddress(filter);
  const view = useStore(registerView);
  const names = useTargetNames();
  const [, navigate] = useLocation();
  const [isAdding, setIsAdding] = useState(false);
  const { sort, descending } = view;
  const { list, look, retry } = useEvidenceList({ filter, sort, descending });
  const phrases = filterInWords(filter, names);
  const total = list.total;

  function changeFilter(next: EvidenceFilter): void {
    navigate(evidenceAddress(next), { replace: true });
  }

  /** The button that clears goes with the filter, so the heading takes the focus. */
  function clearFilter(): void {
    changeFilter({});
    focusHeading();
  }

  return (
    <div className="screen screen--full evidence-screen">
      <header className="evidence-screen-head">
        <ScreenHeading title="Evidence" focusKey="evidence" />
        <div className="evidence-screen-count">
          <p role="status">
            {total === null ? '' : countInWords(list.all, total, phrases, filter.deleted === true)}
          </p>
          {!isWithoutFilter(filter) && (
            <Button look="quiet" onClick={clearFilter}>
              Clear the filter
            </Button>
          )}
        </div>
        <Button look="primary" onClick={() => setIsAdding(true)}>
          Add evidence
        </Button>
      </header>
      <DeletedNotice />
      <EvidenceFilters
        filter={filter}
        onFilter={changeFilter}
        sort={sort}
        descending={descending}
        onSort={(nextSort, nextDescending) =>
          registerView.setState({ sort: nextSort, descending: nextDescending })
        }
      />
      <FailureNotice
        failure={list.problem === null ? null : failureOf(list.problem)}
        title="The evidence could not be read"
        onRetry={retry}
      />
      {total === null && list.problem === null && <Loading what="the evidence" />}
      {total === 0 && (
        <EmptyState why={whyEmpty(list.all, phrases, filter.deleted === true)}>
          {isWithoutFilter(filter) ? (
            <Button onClick={() => setIsAdding(true)}>Add the first piece</Button>
          ) : (
            <Button onClick={clearFilter}>Show all evidence</Button>
          )}
        </EmptyState>
      )}
      {total !== null && total > 0 && (
        <EvidenceRegister
          key={address}
          list={list}
          sort={sort}
          descending={descending}
          onSort={(nextSort, nextDescending) =>
            registerView.setState({ sort: nextSort, descending: nextDescending, row: 0 })
          }
          onLook={look}
          startRow={view.address === address ? view.row : 0}
          onRow={(row) => registerView.setState({ address, row })}
        />
      )}
      {isAdding && (
        <AddEvidenceDialog
          linkTo={filter.linkedTo ?? null}
          onClose={() => setIsAdding(false)}
          onAdded={(evidenceId) => {
            setIsAdding(false);
            navigate(routes.evidenceItem(evidenceId));
          }}
        />
      )}
    </div>
  );
}

function whyEmpty(all: number, phrases: readonly string[], isOfDeleted: boolean): string {
  if (phrases.length === 0) {
    return (
      'There is no evidence yet. Anything that shows how you know belongs here: figures, what people say, documents, ' +
      'what somebody saw.'
    );
  }
  if (all === 0 && !isOfDeleted) return 'There is no evidence yet, so nothing fits the filter.';
  return `Nothing fits: there are no pieces of evidence that ${listInWords(phrases)}.`;
}
