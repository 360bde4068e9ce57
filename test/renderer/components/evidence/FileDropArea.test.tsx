import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { FileDropArea } from '../../../../renderer/components/evidence/FileDropArea.tsx';

const file = new File(['%PDF-'], 'minutes.pdf');
const transfer = { files: [file], items: [] };

function area(onFiles: () => void, disabled: boolean) {
  return <FileDropArea label="Drop files here" onFiles={onFiles} disabled={disabled} />;
}

describe('a place to drop files', () => {
  it('says that it does not take files while those before are being looked at, and when it does again', () => {
    const onFiles = vi.fn();
    const { rerender } = render(area(onFiles, true));
    fireEvent.drop(screen.getByLabelText('Drop files here'), { dataTransfer: transfer });
    expect(onFiles).not.toHaveBeenCalled();
    expect(screen.getByRole('status')).toHaveTextContent('Not taken yet');
    rerender(area(onFiles, false));
    expect(screen.getByRole('status')).toHaveTextContent('Now they can be');
    fireEvent.drop(screen.getByLabelText('Drop files here'), { dataTransfer: transfer });
    expect(onFiles).toHaveBeenCalledWith([file]);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});
