import { describe, expect, it } from 'vitest';
import { entityCatalogue } from '../../../shared/domain/entityCatalogue.ts';

const fields = Object.entries(entityCatalogue).flatMap(([kind, schema]) =>
  Object.entries(schema.shape).map(([field, values]) => ({ name: `${kind} ${field}`, values })),
);

describe('a field of any kind of entry', () => {
  it.each(fields)(
    'can be empty again when its first value is undone, or is a yes or no: $name',
    ({ values }) => {
      expect(values.safeParse(null).success || values.safeParse(false).success).toBe(true);
    },
  );
});
