import '../../support/nativeDialog.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SavedText } from '../../../../renderer/components/SavedText.tsx';
import { DeleteEvidence } from '../../../../renderer/screens/evidence-item/DeleteEvidence.tsx';
import type { EvidenceView } from '../../../../shared/api/views/evidenceView.ts';
import type { EntityView } from '../../../../shared/api/views/fieldView.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi, type Script } from '../../support/scriptedApi.ts';
import { writeAtOnce } from '../../support/writeAtOnce.ts';

const savedAt = '2026-10-03T14:02:00.000Z';

describe('deleting a piece of evidence', () => {
  it('saves what is still being written first, and covers it', async () => {
    const names = await deleteAfterTyping(() => ({ savedAt, entity: withSource('Minutes of May', 'r2') }));
    await waitFor(() => expect(names()).toContain('delete-evidence'));
    expect(names().filter((name) => name === 'edit' || name === 'delete-evidence')).toEqual([
      'edit',
      'delete-evidence',
    ]);
    expect(names.seenByDeletion()).toEqual({ source: ['r2'] });
  });

  it('does not go on while a text of it can’t be saved', async () => {
    const names = await deleteAfterTyping(() => {
      throw new WorkbookError('disk-full', 'The disk is full.');
    });
    expect(await screen.findByText(/Your last changes are not saved yet/)).toBeInTheDocument();
    expect(names()).not.toContain('delete-evidence');
  });
});

/** Types into a field and deletes before the field has saved itself. */
async function deleteAfterTyping(edit: NonNullable<Script['edit']>) {
  const api = scriptedApi({
    'read-workbook': () => aWorkbookView(),
    edit,
    'delete-evidence': () => ({ savedAt, entity: withSource('Minutes of May', 'r2') }),
  });
  const view: EvidenceView = {
    entity: withSource('Minutes', 'r1'),
    links: [],
    attachments: [],
    alike: [],
    joined: { standsFor: [], standsIn: null },
  };
  await renderScreen(
    <>
      <SavedText entity={view.entity} field="source" label="Source" name="Evidence: Source" isLine />
      <DeleteEvidence view={view} title="Lapsed protocol" />
    </>,
    { api },
  );
  const user = userEvent.setup();
  await writeAtOnce(screen.getByRole('textbox', { name: 'Source' }), 'Minutes of May');
  await user.click(screen.getByRole('button', { name: 'Delete this evidence' }));
  await user.click(screen.getByRole('button', { name: 'Delete “Lapsed protocol”' }));
  const names = () => api.calls.map(({ name }) => name);
  const seenByDeletion = () => {
    const call = api.calls.find(({ name }) => name === 'delete-evidence');
    // The contract's input of that operation.
    return (call?.input as { readonly seen: unknown } | undefined)?.seen;
  };
  return Object.assign(names, { seenByDeletion });
}

function withSource(value: string, record: string): EntityView {
  return {
    entity: 'evidence',
    entityId: 'e1',
    deleted: false,
    conflicts: [],
    seen: { source: [record] },
    fields: { source: { live: [{ value, records: [record], stamps: [] }] } },
  };
}
