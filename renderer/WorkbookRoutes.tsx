import { useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { laterPart } from './components/laterPart.tsx';
import { OverviewScreen } from './screens/overview/OverviewScreen.tsx';
import { routes } from './state/routes.ts';

/** By then the first screen is drawn, and nobody has chosen another yet. */
const LOAD_FURTHER_AFTER_MS = 500;

const further = laterPart(async () => (await import('./FurtherRoutes.tsx')).FurtherRoutes);

/** The first screen of a workbook, and all others once they are loaded, which is soon after it. */
export function WorkbookRoutes() {
  useEffect(() => {
    // Whoever goes there hears of a failure.
    const timer = setTimeout(() => void further.load().catch(() => undefined), LOAD_FURTHER_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Switch>
      <Route path={routes.overview()} component={OverviewScreen} />
      <Route path="/">
        <Redirect to={routes.overview()} replace />
      </Route>
      <Route component={further.Part} />
    </Switch>
  );
}
