import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { assertNever } from '../../shared/domain/assertNever.ts';
import type { DocumentBlock, DocumentModel } from './documentModel.ts';
import { documentStyles, inTwips, PAGE, TEXT_WIDTH } from './documentStyles.ts';
import { documentTable } from './documentTable.ts';
import { paragraphOf } from './paragraphOf.ts';
import { printable } from './printable.ts';

const BULLETS = 'bullets';
const NUMBERS = 'numbers';

/** The document as a .docx file that Word and LibreOffice open and screen readers can walk by headings and tables. */
export async function writeDocument(model: DocumentModel): Promise<Buffer> {
  const { subtitle, blocks } = model;
  const [title, owner, marking] = [printable(model.title), printable(model.owner), printable(model.marking)];
  const document = new Document({
    title,
    creator: owner,
    lastModifiedBy: owner,
    keywords: marking,
    styles: documentStyles,
    numbering: {
      config: [
        listLevel(BULLETS, LevelFormat.BULLET, '•'),
        // Each list begins at 1 by an instance of its own.
        listLevel(NUMBERS, LevelFormat.DECIMAL, '%1.'),
      ],
    },
    sections: [
      {
        properties: { page: PAGE },
        headers: { default: new Header({ children: [edgeOfPage([marking])] }) },
        footers: {
          default: new Footer({
            children: [
              edgeOfPage([
                ...(marking === '' ? [] : [`${marking}  |  `]),
                owner,
                '  |  Page ',
                PageNumber.CURRENT,
              ]),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
          ...(subtitle === '' ? [] : [paragraphOf(subtitle, { style: 'Subtitle' })]),
          ...blocks.flatMap((block, index) => partsOf(block, index)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function partsOf(block: DocumentBlock, index: number): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(printable(block.text))] }),
      ];
    case 'paragraph':
      return [paragraphOf(block.text)];
    case 'list':
      return block.items.map((item) =>
        paragraphOf(item, {
          numbering: { reference: block.numbered ? NUMBERS : BULLETS, level: 0, instance: index },
          spacing: { after: 20 },
        }),
      );
    case 'table':
      return [documentTable(block, TEXT_WIDTH), paragraphOf('', { spacing: { after: 0, line: 120 } })];
    default:
      return assertNever(block);
  }
}

function listLevel(
  reference: string,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
): {
  reference: string;
  levels: {
    level: number;
    format: typeof format;
    text: string;
    alignment: typeof AlignmentType.START;
    style: object;
  }[];
} {
  const indent = { left: inTwips(6), hanging: inTwips(5) };
  return {
    reference,
    levels: [{ level: 0, format, text, alignment: AlignmentType.START, style: { paragraph: { indent } } }],
  };
}

function edgeOfPage(children: readonly string[]): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [...children], size: 16 })],
  });
}
