import { Link } from 'wouter';
import { strengthRule } from '../../../shared/domain/evidenceStrength.ts';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { routes } from '../../state/routes.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { Editions } from './Editions.tsx';
import { Glossary } from './Glossary.tsx';
import './help.css';
import { HelpSection } from './HelpSection.tsx';
import { KeysTable } from './KeysTable.tsx';
import { WorkingWithOthers } from './WorkingWithOthers.tsx';

/** How the workbook works, its rules, its keys, its words, and whose texts it holds. */
export function HelpScreen() {
  const { folder, marking } = useWorkbook();
  return (
    <div className="screen screen--text help">
      <ScreenHeading title="Help" />
      <HelpSection id="help-how" title="How it works, in three nouns">
        <dl className="help-nouns">
          <dt>Answer</dt>
          <dd>
            The walk asks the framework’s questions one at a time. To each you write how you are doing, how
            you know, and what you are going to do next; to each quality indicator you give a grade from 1 to
            6. “Not yet evaluated” and “not enough evidence to evaluate” are answers too.
          </dd>
          <dt>Evidence</dt>
          <dd>
            One thing that shows how you know: a figure, a survey, a document, something seen. You add it once
            and link it to everything it supports. The outcomes show where evidence is missing.
          </dd>
          <dt>Workbook</dt>
          <dd>
            One partnership’s self-evaluation in one round. It is exported to Excel for everybody who does not
            have this program.
          </dd>
        </dl>
        <p>
          Everything you type is saved by itself within a second, and on leaving a field, a screen or the
          program. Nothing is ever overwritten: every earlier value is in the history and can be brought back.
        </p>
      </HelpSection>
      <WorkingWithOthers />
      <HelpSection id="help-rules" title="The workbook’s own rules">
        <ul>
          <li>{strengthRule}</li>
          <li>
            Two titles look alike when three quarters of their words are the same, whatever the order,
            capitals and punctuation. The same file is recognised by its content, whatever its name.
          </li>
          <li>
            A field that two people changed separately is “not settled”: both values stand, side by side,
            until somebody takes one or writes another. The program never picks one.
          </li>
          <li>A default never counts as an answer. An emptied answer is no answer.</li>
          <li>
            Questions labelled as this workbook’s own are in plain words of its own and not the guide’s.
            “Check against your copy of the guide” stands where words were not read in the guide itself.
          </li>
        </ul>
      </HelpSection>
      <HelpSection id="help-marking" title="Marking and personal data">
        <p>
          {marking === ''
            ? 'No protective marking is set. Set one in the settings and it stands on every screen and every exported sheet.'
            : `This workbook is marked ${marking}, on every screen and every exported sheet. The marking is set in the settings.`}
        </p>
        <p>
          Nothing that identifies a person who uses services, a victim or a family belongs in this workbook:
          no names, dates of birth or numbers. It warns where a text looks like one, and it never blocks. Take
          care with small numbers: fewer than five people can often be recognised; your own policy decides.
          Assume that whatever is written here may be asked for under freedom of information law.
        </p>
      </HelpSection>
      <HelpSection id="help-keys" title="Keys">
        <KeysTable />
        <p>
          Single letters and digits can be switched off in the settings. They never work while you type in a
          field.
        </p>
      </HelpSection>
      <HelpSection id="help-data" title="Where everything is kept">
        <p>
          This workbook is kept on this computer only, in <span className="help-folder">{folder}</span>. The
          program makes no connection to any network. Backups are made beside the workbook and checked; a
          second folder for them can be set in the settings. If this computer is lost, choose the folder
          “Backups of …” there under “Choose a workbook’s folder…” on the first screen. To give the workbook
          to somebody, hand over a packet or export it.
        </p>
      </HelpSection>
      <HelpSection id="help-glossary" title="Acronyms and words">
        <Glossary />
      </HelpSection>
      <HelpSection id="help-texts" title="Whose texts these are">
        <p>
          Quality indicator numbers and titles are facts, shown with their source. The paragraphs of{' '}
          <cite>A guide to self-evaluation for community justice in Scotland</cite> belong to the Care
          Inspectorate and are not part of this program: paste them from your own copy. Permission to re-use
          them is given by the Care Inspectorate under the Re-use of Public Sector Information Regulations
          2015, in most cases on request: Information Governance Team, Care Inspectorate, Compass House, 11
          Riverside Drive, Dundee DD1 4NY.
        </p>
        <p>
          <Link href={routes.frameworks()}>Frameworks</Link> lists every text with its source, and is where
          any of them is put right.
        </p>
        <Editions />
        <p>
          The look uses styles of the Scottish Government Design System (Crown copyright, MIT licence) and the
          typeface Roboto. This program is not a product of the Scottish Government.
        </p>
      </HelpSection>
    </div>
  );
}
