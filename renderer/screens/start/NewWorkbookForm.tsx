import { useState, type FormEvent } from 'react';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/TextField.tsx';
import { currentRound } from './currentRound.ts';

/** A workbook in three fields. */
export function NewWorkbookForm(props: {
  readonly author: string;
  readonly isBusy: boolean;
  readonly onCreate: (input: {
    readonly partnership: string;
    readonly round: string;
    readonly author: string;
  }) => void;
}) {
  const [partnership, setPartnership] = useState('');
  const [round, setRound] = useState(() => currentRound(new Date()));
  const [author, setAuthor] = useState(props.author);
  const [isAsked, setIsAsked] = useState(false);
  const wanting = {
    partnership: partnership.trim() === '' ? 'Enter the partnership’s name.' : undefined,
    round: round.trim() === '' ? 'Enter the round, such as 2026-27.' : undefined,
  };

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsAsked(true);
    if (wanting.partnership === undefined && wanting.round === undefined) {
      props.onCreate({
        partnership: partnership.trim(),
        round: round.trim(),
        author: author.trim(),
      });
      return;
    }
    const first = wanting.partnership === undefined ? 'round' : 'partnership';
    event.currentTarget.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
  };
  return (
    <section className="start__way" aria-labelledby="way-new">
      <h2 id="way-new">Start our self-evaluation</h2>
      <form className="start__form" noValidate onSubmit={handleSubmit}>
        <TextField
          label="Partnership"
          name="partnership"
          value={partnership}
          onValue={setPartnership}
          error={isAsked ? wanting.partnership : undefined}
        />
        <TextField
          label="Round"
          name="round"
          value={round}
          onValue={setRound}
          error={isAsked ? wanting.round : undefined}
        />
        <TextField
          label="Your name or role"
          name="author"
          hint="Written beside every change you make."
          value={author}
          onValue={setAuthor}
        />
        <Button look="primary" type="submit" disabled={props.isBusy}>
          Start
        </Button>
      </form>
    </section>
  );
}
