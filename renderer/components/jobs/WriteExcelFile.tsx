import { type ComponentProps, useState } from 'react';
import type { InputOf } from '../../../shared/api/contract.ts';
import { noPassword, passwordOf, passwordProblems } from '../passphrase/passwordChoice.ts';
import { PasswordFields } from '../passphrase/PasswordFields.tsx';
import { JobProgress } from './JobProgress.tsx';
import { TargetPathField } from './TargetPathField.tsx';
import type { Job } from './useJob.ts';
import { useTargetPath } from './useTargetPath.ts';
import { WriteFileButtons } from './WriteFileButtons.tsx';

/** Where an Excel file goes, what it may replace, and the password that it opens with. */
export type ExcelFileOrder = Pick<InputOf<'start-export'>, 'path' | 'replace' | 'password'>;

/** Writes an Excel file: with or without a password, where to, how far it is, and its receipt. */
export function WriteExcelFile(props: {
  readonly job: Job;
  readonly label: string;
  readonly passwordHint: string;
  readonly words: Omit<ComponentProps<typeof JobProgress>['words'], 'counted'>;
  /** Told that somebody tries; answers whether all else that the file needs is there. */
  readonly isReady?: () => boolean;
  readonly start: (order: ExcelFileOrder) => Promise<{ readonly job: string | null }>;
}) {
  const { job } = props;
  const target = useTargetPath('Type where the file is to be written.');
  const [password, setPassword] = useState(noPassword);
  const [isAsked, setIsAsked] = useState(false);

  const write = (replace: boolean): void => {
    const path = target.take();
    setIsAsked(true);
    const isReady = props.isReady?.() ?? true;
    if (path === null || !isReady || Object.keys(passwordProblems(password)).length > 0) return;
    void job.start(() =>
      props.start({
        ...(path === undefined ? {} : { path }),
        ...(replace ? { replace } : {}),
        ...passwordOf(password),
      }),
    );
  };

  return (
    <>
      <PasswordFields choice={password} onChoice={setPassword} isAsked={isAsked} hint={props.passwordHint} />
      <TargetPathField
        target={target}
        hint="In a browser the program can’t ask with a window of its own: type the full path, ending in .xlsx."
      />
      <WriteFileButtons job={job} label={props.label} target={target} onWrite={write} />
      <JobProgress job={job} words={{ ...props.words, counted: 'Counted in the finished file' }} />
    </>
  );
}
