import path from 'node:path';
import type { HandOverPart } from '../../../shared/api/views/consolidationView.ts';
import { WORKBOOK_ENTITY_ID } from '../../../shared/domain/entityIdentity.ts';
import { settledText } from '../../../shared/domain/entityState.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

/** The ending of packets' names, and what the name of one without a passphrase says. */
const ENDING = '.cjpacket';
const PLAIN = ' not encrypted';

/** What packets are called unless somebody calls them something else: with a passphrase, and without one. */
export function packetNames(
  workbook: OpenWorkbook,
  part: HandOverPart,
): { readonly fileName: string; readonly plainFileName: string } {
  const name = suggestedName(workbook, part);
  return { fileName: `${name}${ENDING}`, plainFileName: `${name}${PLAIN}${ENDING}` };
}

/** Refuses a name that does not say that anybody can read the packet. */
export function refuseMisleadingName(target: string, passphrase: string | null): void {
  if (passphrase !== null || path.basename(target).endsWith(`${PLAIN}${ENDING}`)) return;
  throw new WorkbookError(
    'invalid-input',
    `A packet without a passphrase must say so in its name, which has to end in “${PLAIN.trim()}${ENDING}”.`,
  );
}

/** "West Dunbartonshire 2017-18 from Police Scotland 2026-11-22", without what file systems refuse. */
function suggestedName(workbook: OpenWorkbook, part: HandOverPart): string {
  const about = workbook.states.get('workbook', WORKBOOK_ENTITY_ID)?.state ?? {};
  const whose = part.kind === 'partner' ? part.partner : workbook.voice();
  const words = [
    settledText(about, 'partnership'),
    settledText(about, 'round'),
    'from',
    workbook.author() === '' ? workbook.nameOfVoice(whose) : workbook.author(),
    workbook.clock.now().toISOString().slice(0, 10),
  ];
  return words
    .join(' ')
    .replaceAll(/[^\p{L}\p{N} ,()-]+/gu, '-')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 120)
    .trim();
}
