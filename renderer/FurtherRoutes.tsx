// First, so that nothing is loaded before it that asks zod for a schema.
import './zodWithoutEval.ts';
import { Redirect, Route, Switch } from 'wouter';
import { AlikeScreen } from './screens/alike/AlikeScreen.tsx';
import { BringTogetherScreen } from './screens/bring-together/BringTogetherScreen.tsx';
import { ConflictsScreen } from './screens/conflicts/ConflictsScreen.tsx';
import { HandBackScreen } from './screens/hand-back/HandBackScreen.tsx';
import { HandOverScreen } from './screens/hand-over/HandOverScreen.tsx';
import { SafekeepingScreen } from './screens/safekeeping/SafekeepingScreen.tsx';
import { ToFillInScreen } from './screens/to-fill-in/ToFillInScreen.tsx';
import { EvidenceItemScreen } from './screens/evidence-item/EvidenceItemScreen.tsx';
import { EvidenceScreen } from './screens/evidence/EvidenceScreen.tsx';
import { ExportScreen } from './screens/export/ExportScreen.tsx';
import { FrameworksScreen } from './screens/frameworks/FrameworksScreen.tsx';
import { HelpScreen } from './screens/help/HelpScreen.tsx';
import { HistoryScreen } from './screens/history/HistoryScreen.tsx';
import { MatrixScreen } from './screens/matrix/MatrixScreen.tsx';
import { OutcomeScreen } from './screens/outcome/OutcomeScreen.tsx';
import { OutcomesScreen } from './screens/outcomes/OutcomesScreen.tsx';
import { SearchScreen } from './screens/search/SearchScreen.tsx';
import { SettingsScreen } from './screens/settings/SettingsScreen.tsx';
import { WalkScreen } from './screens/walk/WalkScreen.tsx';
import { routes } from './state/routes.ts';
import { matrixColumnKinds } from '../shared/api/views/outcomeView.ts';

/** Which screen an address shows, but for the first, which `WorkbookRoutes` has. Addresses are made in `routes`. */
export function FurtherRoutes() {
  return (
    <Switch>
      <Route path="/walk">
        <WalkScreen stopId={null} />
      </Route>
      <Route path="/walk/:stopId">{({ stopId }) => <WalkScreen stopId={decodeURIComponent(stopId)} />}</Route>
      <Route path="/evidence">
        <EvidenceScreen />
      </Route>
      <Route path="/evidence/where/:filter">{({ filter }) => <EvidenceScreen filter={filter} />}</Route>
      <Route path="/evidence/:id">
        {({ id }) => <EvidenceItemScreen key={id} evidenceId={decodeURIComponent(id)} />}
      </Route>
      <Route path="/outcomes" component={OutcomesScreen} />
      <Route path="/outcomes/:id">
        {({ id }) => <OutcomeScreen key={id} outcomeId={decodeURIComponent(id)} />}
      </Route>
      <Route path="/matrix/:columns">
        {({ columns }) => <MatrixScreen columns={columnKindOf(columns)} />}
      </Route>
      <Route path="/search" component={SearchScreen} />
      <Route path="/history" component={HistoryScreen} />
      <Route path={routes.bringTogether()} component={BringTogetherScreen} />
      <Route path={`${routes.conflicts()}/:of?`}>
        {({ of }) => <ConflictsScreen of={of === undefined ? null : decodeURIComponent(of)} />}
      </Route>
      <Route path={routes.alike()} component={AlikeScreen} />
      <Route path={routes.handBack()} component={HandBackScreen} />
      <Route path={routes.handOver()} component={HandOverScreen} />
      <Route path={routes.toFillIn()} component={ToFillInScreen} />
      <Route path={routes.export()} component={ExportScreen} />
      <Route path={routes.safekeeping()} component={SafekeepingScreen} />
      <Route path={`${routes.frameworks()}/:row?`}>
        {({ row }) => (
          <FrameworksScreen key={row} rowId={row === undefined ? null : decodeURIComponent(row)} />
        )}
      </Route>
      <Route path="/settings" component={SettingsScreen} />
      <Route path="/help" component={HelpScreen} />
      <Route>
        <Redirect to={routes.overview()} replace />
      </Route>
    </Switch>
  );
}

function columnKindOf(columns: string): (typeof matrixColumnKinds)[number] {
  return matrixColumnKinds.find((kind) => kind === columns) ?? 'quality-indicator';
}
