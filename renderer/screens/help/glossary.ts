/** An acronym or term, what it stands for, and a line in the app's own words where that is not enough. */
export type GlossaryEntry = {
  readonly term: string;
  readonly meaning: string;
  readonly note: string;
};

/** The acronyms and terms met in community justice papers, in alphabetical order. */
export const glossary: readonly GlossaryEntry[] = [
  entry('ABI', 'Alcohol brief intervention'),
  entry('ADP', 'Alcohol and Drug Partnership'),
  entry(
    'Bring together',
    'Take what others have written into this workbook',
    'Packets and filled-in Excel workbooks, any number, in any order. Others call it consolidation.',
  ),
  entry(
    'Change',
    'One edit in this workbook',
    'Who changed what, when and on which laptop. Nothing that was written is ever overwritten; it stays in the history.',
  ),
  entry(
    'CHI',
    'Community Health Index',
    'The ten-digit number that identifies a patient in Scotland. It has no place in this workbook.',
  ),
  entry('CJOIP', 'Community Justice Outcomes Improvement Plan'),
  entry('CJP', 'Community Justice Partnership'),
  entry('CJPF', 'Community Justice Performance Framework', 'Nine national outcomes, published in 2023.'),
  entry('CJS', 'Community Justice Scotland', 'The national body for community justice.'),
  entry('CJSW', 'Criminal Justice Social Work', 'Now usually called justice social work.'),
  entry(
    'Conflict',
    'Two different values for the same thing, said in the same voice',
    'Shown as “not settled” until somebody takes one, combines them or writes another. What different partners say stands side by side and is no conflict.',
  ),
  entry('COPFS', 'Crown Office and Procurator Fiscal Service'),
  entry('CPO', 'Community Payback Order'),
  entry('CPP', 'Community Planning Partnership'),
  entry('CPWD', 'Community Planning West Dunbartonshire'),
  entry(
    'DIG',
    'Delivery and Improvement Group',
    'A reporting group of community planning in West Dunbartonshire.',
  ),
  entry('DTTO', 'Drug Treatment and Testing Order'),
  entry('DWP', 'Department for Work and Pensions'),
  entry('EFQM', 'European Foundation for Quality Management', 'Publishes a model for self-assessment.'),
  entry('FAST', 'Future of Addictions Services Team'),
  entry('FOI', 'Freedom of information', 'Assume that anything written here may be asked for.'),
  entry('GIRFEC', 'Getting it right for every child'),
  entry('GP', 'General practitioner', 'A family doctor.'),
  entry(
    'Hand back',
    'Give everybody who contributed a packet with what stands now',
    'With a note of what was taken, what others wrote differently and how that was settled.',
  ),
  entry(
    'Hand over',
    'Write a packet for somebody else',
    'Often for the co-ordinator, who brings all of them together.',
  ),
  entry('HMICS', 'His Majesty’s Inspectorate of Constabulary in Scotland'),
  entry('HMIE', 'His Majesty’s Inspectorate of Education'),
  entry('HMP', 'His Majesty’s Prison'),
  entry('HMYOI', 'His Majesty’s Young Offender Institution'),
  entry('HSCP', 'Health and Social Care Partnership'),
  entry('IJB', 'Integration Joint Board', 'Plans health and social care for an area.'),
  entry('JCP', 'Jobcentre Plus'),
  entry('JSW', 'Justice Social Work'),
  entry('LHS', 'Local Housing Strategy'),
  entry('LOIP', 'Local Outcomes Improvement Plan'),
  entry(
    'MAPPA',
    'Multi-Agency Public Protection Arrangements',
    'How agencies manage the risk that some people pose together.',
  ),
  entry('MAT', 'Medication Assisted Treatment', 'For people who use drugs; Scotland has standards for it.'),
  entry('NHS', 'National Health Service'),
  entry('OGL', 'Open Government Licence'),
  entry(
    'OPI Framework',
    'Outcomes, Performance and Improvement Framework',
    'Published in 2016 with the seven common outcomes; superseded in 2023.',
  ),
  entry(
    'Packet',
    'One file with what is written in a workbook, to give to another laptop',
    'Its name ends in .cjpacket. Taking it in twice, late or in another order does no harm.',
  ),
  entry(
    'Passphrase',
    'The words that open a packet',
    'Six words that the program proposes, or your own. It is kept nowhere: without it nobody can open the packet.',
  ),
  entry('PSIF', 'Public Service Improvement Framework'),
  entry('PSP', 'Public Social Partnership'),
  entry('QI', 'Quality indicator', 'One numbered theme of the self-evaluation guide, such as 6.2.'),
  entry('RLO', 'Restriction of Liberty Order'),
  entry('ROSC', 'Recovery Oriented System of Care'),
  entry('SCTS', 'Scottish Courts and Tribunals Service'),
  entry('SDS', 'Skills Development Scotland'),
  entry('SFRS', 'Scottish Fire and Rescue Service'),
  entry('SHORE', 'Sustainable Housing on Release for Everyone', 'Standards for housing advice in custody.'),
  entry('SPS', 'Scottish Prison Service'),
  entry('SWOT', 'Strengths, weaknesses, opportunities and threats'),
  entry('TSI', 'Third Sector Interface'),
  entry('VAWG', 'Violence against women and girls'),
  entry(
    'Voice',
    'For whom an answer or a grade speaks: one partner, or the partnership',
    'Voices never overwrite one another: they stand side by side, and the agreed one is written from them.',
  ),
  entry('WD', 'West Dunbartonshire'),
  entry('WDC', 'West Dunbartonshire Council'),
  entry('WDHSCP', 'West Dunbartonshire Health and Social Care Partnership'),
  entry(
    'Workbook to fill in',
    'An Excel file for a partner without this program',
    'It is filled in with Excel or LibreOffice and brought in like a packet.',
  ),
];

/** The entries whose term, meaning or note holds the text, all when it is empty. */
export function glossaryMatching(text: string): readonly GlossaryEntry[] {
  const wanted = text.trim().toLowerCase();
  return glossary.filter(({ term, meaning, note }) =>
    `${term} ${meaning} ${note}`.toLowerCase().includes(wanted),
  );
}

function entry(term: string, meaning: string, note = ''): GlossaryEntry {
  return { term, meaning, note };
}
