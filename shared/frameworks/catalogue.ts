import type { Catalogue } from '../domain/frameworkSchema.ts';
import { assembleCatalogue } from './assembleCatalogue.ts';
import appQuestions from './app-questions.json' with { type: 'json' };
import guide from './ci-guide-2016.json' with { type: 'json' };
import nationalFramework from './cjpf-2023.json' with { type: 'json' };
import commonOutcomes from './opi-framework-2016.json' with { type: 'json' };
import pathwayPoints from './pathway-points.json' with { type: 'json' };
import scale from './six-point-scale.json' with { type: 'json' };
import partners from './statutory-partners.json' with { type: 'json' };
import plan from './west-dunbartonshire-plan-2017.json' with { type: 'json' };

/** Every data file that ships, in the order in which its rows are shown. */
export const shippedFiles: readonly unknown[] = [
  guide,
  appQuestions,
  scale,
  commonOutcomes,
  plan,
  nationalFramework,
  pathwayPoints,
  partners,
];

/** The editions that ship with the app, parsed once. Corrections are laid over it with `applyCorrections`. */
export const shippedCatalogue: Catalogue = assembleCatalogue(shippedFiles);
