import { SaxesParser } from 'saxes';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { readerLimits } from './readerLimits.ts';
import { damagedXlsx, excessiveXlsx } from './xlsxRefusal.ts';

/** An attribute by its name without a prefix; of several with the same, the one without wins. Good until `open` returns. */
export type Attribute = (name: string) => string | undefined;

export type XmlVisitor = {
  /** Names come without their prefix: some programs write `<x:row>`. */
  readonly open?: (name: string, attribute: Attribute) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/** Reads a part. @throws WorkbookError `damaged` for anything not well-formed and for any document type. */
export function readHostileXml(part: string, xml: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser();
  let depth = 0;
  // saxes makes it without a prototype, so that only what is in the file is found.
  let attributes: Readonly<Record<string, string>> = {};
  const attribute: Attribute = (name) => attributes[name] ?? prefixed(attributes, name);
  parser.on('error', (cause) => {
    throw damagedXlsx(`the part ${part} is not well-formed`, cause);
  });
  parser.on('doctype', () => {
    throw damagedXlsx(`the part ${part} has a document type, which no spreadsheet program writes`);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > readerLimits.depth) throw excessiveXlsx('parts nested too deeply');
    attributes = tag.attributes;
    visitor.open?.(localName(tag.name), attribute);
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

function prefixed(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const full = Object.keys(attributes).find(
    (candidate) => candidate.endsWith(name) && localName(candidate) === name,
  );
  return full === undefined ? undefined : attributes[full];
}
