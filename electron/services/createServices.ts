import { backupServices } from './workbook/backupServices.ts';
import { workbookServices } from './workbook/workbookServices.ts';
import { attachmentServices } from './evidence/attachmentServices.ts';
import { evidenceServices } from './evidence/evidenceServices.ts';
import { consolidationServices } from './consolidation/consolidationServices.ts';
import { handBackServices } from './handBack/handBackServices.ts';
import { inTurn } from './inTurn.ts';
import { jobServices } from './jobs/jobServices.ts';
import { jobs } from './jobs/jobs.ts';
import type { Ports } from './ports.ts';
import type { Services } from './services.ts';
import { laptop } from './start/laptop.ts';
import { rehearsalServices } from './rehearsal/rehearsalServices.ts';
import { returningServices } from './returning/returningServices.ts';
import { startServices } from './start/startServices.ts';
import { workbookKeeper } from './workbook/workbookKeeper.ts';

/** The services of one running program, and the way to end them in order. */
export type RunningServices = {
  readonly services: Services;
  /** Stops what keeps the workbook to itself, so that what is still to be saved need not wait for it. */
  readonly makeWay: () => void;
  /** Stops long work and closes the workbook that is open. To be called once, at the end. */
  readonly shutdown: () => Promise<void>;
};

/** Puts all use cases together over the ports of a host. */
export function createServices(ports: Ports): RunningServices {
  const thisLaptop = laptop(ports.dataFolder, ports.logger);
  const work = jobs(ports);
  const keeper = workbookKeeper(ports, thisLaptop);

  async function closeWorkbook(): Promise<void> {
    await work.stopAll();
    await keeper.close();
  }

  const services: Services = {
    ...startServices({ ports, laptop: thisLaptop, keeper, closeWorkbook }),
    ...rehearsalServices({ ports, keeper, jobs: work, closeWorkbook }),
    ...workbookServices(keeper),
    ...evidenceServices(keeper),
    ...attachmentServices(ports, keeper),
    ...consolidationServices({ ports, laptop: thisLaptop, keeper, jobs: work }),
    ...handBackServices({ ports, keeper, jobs: work }),
    ...returningServices({ ports, keeper, jobs: work }),
    ...jobServices({ ports, keeper, jobs: work }),
    ...backupServices({ ports, keeper, closeWorkbook }),
  };

  return {
    services: inTurn(services, keeper),
    makeWay: () => work.stopEvery(['consolidation', 'undo-consolidation']),
    shutdown: closeWorkbook,
  };
}
