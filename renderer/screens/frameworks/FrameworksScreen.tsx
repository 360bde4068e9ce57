import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { focusHeading } from '../../state/focusHeading.ts';
import { routes } from '../../state/routes.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { countWords } from '../../words/countWords.ts';
import { FrameworkRowDialog } from '../framework-row/FrameworkRowDialog.tsx';
import { EditionTexts } from './EditionTexts.tsx';
import { countOfRows, countToCheck, frameworkGroups, textStates, type TextState } from './frameworkGroups.ts';
import { everyText, frameworksFilter } from './frameworksFilter.ts';
import './frameworks.css';
import { OwnPartners } from './OwnPartners.tsx';
import { PartnerDialog } from './PartnerDialog.tsx';

const stateWords: Readonly<Record<TextState, string>> = {
  all: 'Every text',
  'to-check': 'To check against your copy',
  corrected: 'Corrected here',
  checked: 'Checked here',
};

/** Every text of the frameworks, where its words come from, and a way to put it right. `rowId` opens one of them. */
export function FrameworksScreen({ rowId }: { readonly rowId: string | null }) {
  const catalogue = useCatalogue();
  const filter = useStore(frameworksFilter);
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState(rowId);
  const groups = frameworkGroups(catalogue, filter);
  const shown = countOfRows(groups);
  const toCheck = countToCheck(catalogue);
  const partner = catalogue.partners.find(({ id }) => id === chosen);
  useEffect(() => {
    // A text that was checked is no longer among those to check, nor is the button that opened it.
    if (chosen === null && document.activeElement === document.body) focusHeading();
  }, [chosen]);
  const close = (): void => {
    setChosen(null);
    if (rowId !== null) navigate(routes.frameworks(), { replace: true });
  };
  return (
    <div className="screen screen--text frameworks">
      <ScreenHeading title="Frameworks" />
      <p>
        Every text that this workbook asks, grades or links by, with where it comes from. Put any of them
        right from your own copy: the correction travels with the workbook, and what stood before stays in the
        history.
      </p>
      <p>
        {toCheck === 0
          ? 'Every text was read in its source or has been checked here.'
          : `${countWords(toCheck, 'text')} could not be read in the document itself and should be checked against your copy.`}
      </p>
      <div role="search" aria-label="Filter the texts" className="frameworks-filter">
        <SelectField
          label="Show"
          value={filter.state}
          options={textStates.map((state) => ({ value: state, label: stateWords[state] }))}
          onValue={(value) =>
            frameworksFilter.setState({ state: textStates.find((state) => state === value) ?? 'all' })
          }
        />
        <TextField
          label="Words or number"
          type="search"
          value={filter.words}
          onValue={(words) => frameworksFilter.setState({ words })}
        />
      </div>
      <p role="status" className="quiet">
        {`${countWords(shown, 'text')} shown.`}
      </p>
      {shown === 0 && (
        <EmptyState why="No text of the frameworks passes this filter.">
          <Button
            onClick={() => {
              frameworksFilter.setState(everyText);
              // The button goes with the filter.
              focusHeading();
            }}
          >
            Show every text
          </Button>
        </EmptyState>
      )}
      {groups.map((group) => (
        <EditionTexts key={group.edition.id} group={group} onCorrect={setChosen} />
      ))}
      <OwnPartners />
      {partner !== undefined && <PartnerDialog partner={partner} onClose={close} />}
      {partner === undefined && chosen !== null && <FrameworkRowDialog rowId={chosen} onClose={close} />}
    </div>
  );
}
