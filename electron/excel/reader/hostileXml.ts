import { SaxesParser } from 'saxes';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { readerLimits } from './readerLimits.ts';
import { damagedXlsx, excessiveXlsx } from './xlsxRefusal.ts';

/** Attributes by their names without a prefix; of several with the same, the one without wins. */
export type Attributes = ReadonlyMap<string, string>;

export type XmlVisitor = {
  /** Names come without their prefix: some programs write `<x:row>`. */
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/** Reads a part. @throws WorkbookError `damaged` for anything not well-formed and for any document type. */
export function readHostileXml(part: string, xml: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (cause) => {
    throw damagedXlsx(`the part ${part} is not well-formed`, cause);
  });
  parser.on('doctype', () => {
    throw damagedXlsx(`the part ${part} has a document type, which no spreadsheet program writes`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > readerLimits.depth) throw excessiveXlsx('parts nested too deeply');
    visitor.open?.(localName(name), attributesOf(attributes));
  });
  parser.on('text', (text) => visitor.text?.(text));
  parser.on('cdata', (text) => visitor.text?.(text));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    visitor.close?.(localName(name));
  });
  try {
    parser.write(xml).close();
  } catch (cause) {
    if (cause instanceof WorkbookError) throw cause;
    throw damagedXlsx(`the part ${part} is not well-formed`, cause);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributesOf(attributes: Readonly<Record<string, string>>): Attributes {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes)) {
    const local = localName(name);
    if (local === name || !found.has(local)) found.set(local, value);
  }
  return found;
}
