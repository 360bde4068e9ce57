import type { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { readerLimits } from './readerLimits.ts';
import { damagedXlsx, excessiveXlsx } from './xlsxRefusal.ts';
import { xmlAttributes, type Attribute } from './xmlAttributes.ts';
import { xmlNames, type XmlName } from './xmlNames.ts';
import { xmlAsideAt } from './xmlAside.ts';
import { isAt, NO_QUOTE, textOfStretch, xmlStretches, type XmlStretch } from './xmlStretch.ts';

export type XmlVisitor = {
  /** Names come without their prefix. */
  readonly open?: (name: string, attribute: Attribute) => void;
  /** Text within elements, in pieces; `read` makes one a string and is good until this returns. */
  readonly text?: (read: () => string) => void;
  readonly close?: (name: string) => void;
};

const DOCUMENT_TYPE = Buffer.from('<!DOCTYPE');
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const DECLARATION =
  /^<\?xml\s+version\s*=\s*(?:"1\.0"|'1\.0')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/;
const LONGEST_DECLARATION = 200;
const NO_TEXT: XmlStretch = { from: 0, to: 0, holds: 0 };
const SPACE = 0x20;
const EXCLAMATION = 0x21;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

/**
 * Reads a part from its bytes, which are UTF-8, in one go and without making a string of anything that nobody asks for:
 * three times as quick as a general parser of texts, whose slices of one another most of the time goes into.
 *
 * @throws WorkbookError `damaged` for anything not well-formed and for any document type.
 */
export function readHostileXml(part: string, xml: Buffer, visitor: XmlVisitor): void {
  const nameAt = xmlNames();
  const stretchAt = xmlStretches(xml);
  const attributes = xmlAttributes(xml);
  const opened: XmlName[] = [];
  let hasRoot = false;
  let at = 0;
  let text = NO_TEXT;
  const readText = (): string => textOfStretch(xml, text);

  function broken(): WorkbookError {
    return damagedXlsx(`the part ${part} is not well-formed`, new Error(`At byte ${at}`));
  }

  /** Whether there was any. */
  function skipSpace(): boolean {
    const from = at;
    for (let code = xml[at]; code === SPACE || isLineOrTab(code); code = xml[at]) at += 1;
    return at > from;
  }

  function takeName(): XmlName {
    const name = nameAt(xml, at);
    if (name === undefined) throw broken();
    at += name.size;
    return name;
  }

  function takeAttribute(): void {
    const name = takeName();
    skipSpace();
    if (xml[at] !== EQUALS) throw broken();
    at += 1;
    skipSpace();
    const quote = xml[at];
    if (quote !== QUOTE && quote !== APOSTROPHE) throw broken();
    const value = stretchAt(at + 1, quote);
    if (value === undefined || xml[value.to] !== quote || !attributes.add(name, value)) throw broken();
    at = value.to + 1;
  }

  function takeStart(): void {
    at += 1;
    const name = takeName();
    if (opened.length === 0 && hasRoot) throw broken();
    hasRoot = true;
    attributes.clear();
    for (let isApart = skipSpace(); xml[at] !== GREATER && xml[at] !== SLASH; isApart = skipSpace()) {
      if (!isApart) throw broken();
      takeAttribute();
    }
    const isEmpty = xml[at] === SLASH;
    if (isEmpty) at += 1;
    if (xml[at] !== GREATER) throw broken();
    at += 1;
    if (opened.length >= readerLimits.depth) throw excessiveXlsx('parts nested too deeply');
    visitor.open?.(name.local, attributes.get);
    if (isEmpty) visitor.close?.(name.local);
    else opened.push(name);
  }

  function takeEnd(): void {
    at += 2;
    const name = takeName();
    skipSpace();
    if (xml[at] !== GREATER || opened.pop()?.full !== name.full) throw broken();
    at += 1;
    visitor.close?.(name.local);
  }

  function takeText(): void {
    const found = stretchAt(at, NO_QUOTE);
    if (found === undefined) throw broken();
    if (opened.length === 0) {
      skipSpace();
      if (at !== found.to) throw broken();
      return;
    }
    at = found.to;
    text = found;
    visitor.text?.(readText);
  }

  function takeAside(): void {
    if (isAt(xml, at, DOCUMENT_TYPE))
      throw damagedXlsx(`the part ${part} has a document type, which no spreadsheet program writes`);
    const aside = xmlAsideAt(xml, at, nameAt);
    if (aside === undefined || (aside.isText && opened.length === 0)) throw broken();
    at = aside.end;
    if (!aside.isText) return;
    text = aside.content;
    visitor.text?.(readText);
  }

  if (isAt(xml, at, BYTE_ORDER_MARK)) at += BYTE_ORDER_MARK.length;
  at += DECLARATION.exec(xml.toString('latin1', at, at + LONGEST_DECLARATION))?.[0].length ?? 0;
  while (at < xml.length) {
    const next = xml[at + 1];
    if (xml[at] !== LESS) takeText();
    else if (next === SLASH) takeEnd();
    else if (next === QUESTION || next === EXCLAMATION) takeAside();
    else takeStart();
  }
  if (!hasRoot || opened.length > 0) throw broken();
}

function isLineOrTab(code: number | undefined): boolean {
  return code === 0x0a || code === 0x0d || code === 0x09;
}
