import {
  catalogueSchema,
  frameworkFileSchema,
  type Catalogue,
  type FrameworkFile,
  type FrameworkRow,
} from '../domain/frameworkSchema.ts';

type Lists = Omit<FrameworkFile, 'edition'>;

function listsOf(file: FrameworkFile): Lists {
  const { edition: _edition, ...lists } = file;
  return lists;
}

/** Questions of one quality indicator may come from several files; they are walked indicator by indicator. */
function inWalkOrder(catalogue: Catalogue): Catalogue {
  const questions = catalogue.qualityIndicators.flatMap((indicator) =>
    catalogue.questions.filter((question) => question.qualityIndicatorId === indicator.id),
  );
  const astray = catalogue.questions.find((question) => !questions.includes(question));
  if (astray !== undefined) throw new Error(`Question ${astray.id} belongs to no quality indicator`);
  return { ...catalogue, questions };
}

/**
 * Puts framework files together, in the order given, each row stamped with its edition's id. Questions follow the order of
 * their quality indicators.
 *
 * Throws a schema error naming the path of anything that is missing, misspelt or unknown, and where a question belongs to no quality indicator.
 */
export function assembleCatalogue(contents: readonly unknown[]): Catalogue {
  const files = contents.map((content) => frameworkFileSchema.parse(content));
  const rows = new Map<string, FrameworkRow[]>();
  for (const file of files) {
    for (const [name, list] of Object.entries(listsOf(file))) {
      const stamped = list.map((row: FrameworkRow) => ({ ...row, editionId: file.edition.id }));
      rows.set(name, [...(rows.get(name) ?? []), ...stamped]);
    }
  }
  const editions = files.map((file) => file.edition);
  return inWalkOrder(catalogueSchema.parse({ editions, ...Object.fromEntries(rows) }));
}
