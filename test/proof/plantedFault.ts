import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import DatabaseConnection from 'better-sqlite3';

/**
 * Faults that a test's own child process plants in itself, to show that the proofs see them. The product knows nothing of
 * them: it is its libraries that are made to misbehave here, so this is imported before the product is.
 */
export type PlantedFault =
  | 'none'
  | 'synchronous-off'
  | 'synchronous-normal'
  | 'no-file-sync'
  | 'no-transactions'
  | 'acknowledge-early';

const fault = process.env['PROOF_FAULT'] ?? 'none';
const checkpointEvery = process.env['PROOF_CHECKPOINT_PAGES'];
const pragma = DatabaseConnection.prototype.pragma;

DatabaseConnection.prototype.pragma = function planted(source, options) {
  if (fault.startsWith('synchronous-')) {
    if (source === 'synchronous = FULL')
      return pragma.call(this, `synchronous = ${fault.slice(12).toUpperCase()}`);
    // The product reads the setting back, so the fault lies there too.
    if (source === 'synchronous') return 2;
  }
  const answer = pragma.call(this, source, options);
  // Far more often than in use, so that a short run has checkpoints in it.
  if (checkpointEvery !== undefined && source === 'journal_mode = WAL') {
    pragma.call(this, `wal_autocheckpoint = ${Number(checkpointEvery)}`);
  }
  return answer;
};

if (fault === 'no-file-sync') {
  fs.fsyncSync = () => {};
  syncBuiltinESMExports();
}

if (fault === 'no-transactions') {
  const { exec, transaction: plain } = DatabaseConnection.prototype;
  DatabaseConnection.prototype.exec = function planted(source) {
    return /^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/i.test(source) ? this : exec.call(this, source);
  };
  DatabaseConnection.prototype.transaction = (work) => {
    const everyKind = { default: work, deferred: work, immediate: work, exclusive: work };
    // The library's own type for what it adds to a function.
    return Object.assign(work.bind(undefined), everyKind) as ReturnType<typeof plain<typeof work>>;
  };
}
