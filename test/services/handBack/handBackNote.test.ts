import { strFromU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../electron/documents/checkDocument.ts';
import { writeDocument } from '../../../electron/documents/writeDocument.ts';
import { handBackNote, type NoteAbout } from '../../../electron/services/handBack/handBackNote.ts';
import type { WholeHandBack } from '../../../electron/services/handBack/readHandBack.ts';

const about: NoteAbout = {
  partnership: 'Test Partnership',
  round: '2026',
  marking: '',
  from: 'Facilitator',
  at: '2026-11-22T10:00:00.000Z',
  packet: 'Hand-back.cjpacket',
  encrypted: true,
};

function contribution(number: number): WholeHandBack {
  const at = '2026-11-20T10:00:00.000Z';
  const times = <Item>(item: (index: number) => Item): Item[] =>
    Array.from({ length: number }, (_, index) => item(index));
  return {
    author: 'Officer',
    voiceName: 'Police Scotland',
    replica: 'one',
    packets: [{ name: 'From the officer.cjpacket', madeAt: at, takenAt: at }],
    taken: times((index) => ({
      label: `Evidence: Survey ${index}`,
      fieldLabel: 'Title',
      value: `Survey ${index}`,
    })),
    settled: times((index) => ({
      label: `Grade of ${index}`,
      fieldLabel: 'Grade',
      value: '3 Adequate',
      settledAs: '4 Good',
      isChangedSince: false,
      how: 'take',
      by: 'Facilitator',
      at,
      reason: '',
    })),
    open: times((index) => ({
      label: `Action: ${index}`,
      fieldLabel: 'Progress',
      value: 'Mine',
      values: ['Mine', 'Theirs'],
    })),
    carriedOn: number,
    ignored: times((index) => ({ what: `Grades, C${index}: “9”`, why: 'This is not one of the grades.' })),
  };
}

function wordsOf(view: WholeHandBack, given: Partial<NoteAbout> = {}): string {
  return JSON.stringify(handBackNote(view, { ...about, ...given }).blocks);
}

describe('the note of a hand-back', () => {
  it('counts everything, lists a page of it, and says where the rest is', () => {
    const words = wordsOf(contribution(250));
    expect(words).toContain(
      'what you wrote stands in 250 entries, 250 fields were settled with what others wrote, 250 fields are still open, 250 fields have been carried on since and 250 things could not be taken in as they were',
    );
    expect(words).toMatch(/And 24\d more, which are in the workbook’s history\./);
    expect(words).not.toContain('Survey 20');
    expect(words.length).toBeLessThan(3_000);
  });

  it('leaves out what there is nothing of', () => {
    const headings = handBackNote(contribution(0), about).blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.text] : [],
    );
    expect(headings).toEqual(['How to go on']);
  });

  it('says of a value that was taken whether it is theirs', () => {
    const [settled] = contribution(1).settled;
    if (settled === undefined) throw new Error('There is one');
    const words = (settledAs: string): string =>
      wordsOf({ ...contribution(0), settled: [{ ...settled, settledAs }] });
    expect(words(settled.value)).toContain('Yours was taken by Facilitator on 20 November 2026.');
    expect(words('4 Good')).toContain('One of the values was taken by Facilitator on 20 November 2026.');
  });

  it('says who deleted what the other changed', () => {
    const open = [
      { label: 'Evidence: A', fieldLabel: 'Title', value: 'A', values: ['A'] },
      { label: 'Evidence: B', fieldLabel: '', value: 'Removed', values: ['Removed'] },
    ];
    const words = wordsOf({ ...contribution(0), open });
    expect(words).toContain('["Evidence: A: Title","A","Deleted by somebody else meanwhile"]');
    expect(words).toContain('["Evidence: B","Removed","Changed by somebody else meanwhile"]');
  });

  it('says of an entry that was taken out that it was removed', () => {
    const label = 'Evidence: A';
    const taken = [
      { label, fieldLabel: 'Title', value: 'A' },
      { label, fieldLabel: '', value: 'Removed' },
    ];
    expect(wordsOf({ ...contribution(0), taken })).toContain('"Evidence: A: Title, removed"');
  });

  it('names a few more rather than saying that there are more', () => {
    expect(wordsOf(contribution(4))).not.toContain('And ');
    expect(wordsOf(contribution(7))).toContain('And 3 more, which are in the workbook’s history.');
    expect(wordsOf(contribution(7))).toContain(
      'And 5 more, of which whoever sent you this note has the whole list.',
    );
  });

  it('gives what was not taken the room that nothing else needs', () => {
    const { ignored } = contribution(11);
    const words = wordsOf({ ...contribution(0), settled: contribution(2).settled, ignored });
    for (const { what } of ignored) expect(words).toContain(what);
    expect(words).not.toContain('And ');
    expect(wordsOf({ ...contribution(3), ignored })).toContain('And 9 more, of which whoever sent you');
  });

  it('sends nobody with an Excel workbook to a packet or to a history', () => {
    expect(wordsOf(contribution(9), { packet: null })).not.toMatch(/Bring together|workbook’s history\./);
    expect(wordsOf(contribution(9))).toMatch(/workbook’s history\..*Bring together/);
  });

  it('tells somebody with an Excel workbook of which something was not taken in what to do about it', () => {
    const given = { packet: null } as const;
    expect(wordsOf(contribution(1), given)).toContain('tell whoever sent you this note how it is meant');
    expect(wordsOf(contribution(0), given)).toContain('there is nothing for you to do');
  });

  it('is a Word file with headings and table headers, whatever signs were typed', async () => {
    const view = { ...contribution(2), author: 'Ó <b>&amp; \u0000\u000b\uD800' };
    const model = handBackNote(view, { ...about, marking: 'OFFICIAL' });
    const bytes = await writeDocument(model);
    expect(() => checkDocument(bytes, model)).not.toThrow();
    const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(document.match(/w:val="Heading1"/g)).toHaveLength(1);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(document).toContain('Ó &lt;b&gt;&amp;amp;');
  });

  it('is refused by its check when a part is missing, cut off or of another note', async () => {
    const model = handBackNote(contribution(2), about);
    const bytes = await writeDocument(model);
    const parts = unzipSync(bytes);
    const { 'word/document.xml': document = new Uint8Array(), ...others } = parts;
    const changed = [
      zipSync(others),
      zipSync({ ...others, 'word/document.xml': document.slice(0, -40) }),
      zipSync({ ...others, 'word/document.xml': new TextEncoder().encode('<w:document/>') }),
      bytes.subarray(0, bytes.length / 2),
    ];
    for (const wrong of changed)
      expect(() => checkDocument(wrong, model)).toThrow('does not read as it should');
  });
});
