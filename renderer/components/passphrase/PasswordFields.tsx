import { Checkbox } from '../Checkbox.tsx';
import { TextField } from '../TextField.tsx';
import { LEAST_PASSWORD, noPassword, passwordProblems, type PasswordChoice } from './passwordChoice.ts';
import './passphrase.css';

/** An optional password for an Excel file. */
export function PasswordFields(props: {
  readonly choice: PasswordChoice;
  readonly onChoice: (choice: PasswordChoice) => void;
  /** Whether somebody has tried to go on, so that problems are said. */
  readonly isAsked: boolean;
  /** Who has to know it. */
  readonly hint: string;
}) {
  const { choice, onChoice } = props;
  const problems = props.isAsked ? passwordProblems(choice) : {};
  const type = choice.isShown ? 'text' : 'password';
  return (
    <div className="passphrase-choice">
      <Checkbox
        label="Protect the file with a password"
        isChecked={choice.isWanted}
        onChecked={(isWanted) => onChoice({ ...noPassword, isWanted })}
      />
      {choice.isWanted && (
        <>
          <TextField
            label="Password"
            type={type}
            autoComplete="new-password"
            className="passphrase-choice__own"
            hint={`At least ${LEAST_PASSWORD} characters. Excel and LibreOffice ask for it before they open the file.`}
            error={problems.password}
            value={choice.password}
            onValue={(password) => onChoice({ ...choice, password })}
          />
          {!choice.isShown && (
            <TextField
              label="The same password again"
              type="password"
              autoComplete="new-password"
              className="passphrase-choice__own"
              error={problems.again}
              value={choice.again}
              onValue={(again) => onChoice({ ...choice, again })}
            />
          )}
          <Checkbox
            label="Show what I type"
            isChecked={choice.isShown}
            onChecked={(isShown) => onChoice({ ...choice, isShown, again: '' })}
          />
          <p>{props.hint} It is kept nowhere: without it nobody can open the file, this program neither.</p>
        </>
      )}
    </div>
  );
}
