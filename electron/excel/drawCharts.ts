import type { ExportModel, Sheet } from '../../shared/domain/exportModel/sheetModel.ts';
import { chartXml } from './chartXml.ts';
import { FIRST_ROW } from './exportLayout.ts';
import { xmlAttribute } from './rowXml.ts';
import { insertBefore, partNamed, sheetPath, sheetRelationsPath, type ShellParts } from './sheetParts.ts';

const CHART = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart';
const DRAWING = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** English metric units: 360,000 to a centimetre. */
const WIDTH = 24 * 360_000;
const HEIGHT = 7.5 * 360_000;
const ROWS_HIGH = 16;

/**
 * Adds the charts of every sheet, which exceljs cannot: the chart, the drawing that places it below the sheet's table,
 * its text for people who cannot see it, and what refers to them. A chart over a sheet without rows is left out.
 */
export function drawCharts(
  parts: ShellParts,
  model: ExportModel,
  rowCounts: ReadonlyMap<string, number>,
): void {
  let charts = 0;
  let drawings = 0;
  for (const [index, sheet] of model.sheets.entries()) {
    const drawn = sheet.charts.flatMap((chart) => {
      const of = model.sheets.find(({ name }) => name === chart.sheet);
      return of === undefined || (rowCounts.get(of.name) ?? 0) === 0 ? [] : [{ chart, of }];
    });
    if (drawn.length === 0) continue;
    drawings += 1;
    const numbers = drawn.map(({ chart, of }) => {
      charts += 1;
      parts.set(`xl/charts/chart${charts}.xml`, chartXml(chart, of));
      declare(
        parts,
        `/xl/charts/chart${charts}.xml`,
        'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      );
      return charts;
    });
    const name = `xl/drawings/drawing${drawings}.xml`;
    parts.set(
      name,
      drawingXml(
        sheet,
        drawn.map(({ chart }) => chart.description),
        rowCounts.get(sheet.name) ?? 0,
      ),
    );
    declare(parts, `/${name}`, 'application/vnd.openxmlformats-officedocument.drawing+xml');
    const relations = numbers.map(
      (number, at) =>
        `<Relationship Id="rId${at + 1}" Type="${CHART}" Target="../charts/chart${number}.xml"/>`,
    );
    parts.set(`xl/drawings/_rels/drawing${drawings}.xml.rels`, relationships(relations.join('')));
    attach(parts, index + 1, drawings);
  }
}

function attach(parts: ShellParts, sheetIndex: number, drawing: number): void {
  const path = sheetRelationsPath(sheetIndex);
  const known = parts.get(path) ?? relationships('');
  const relation = `<Relationship Id="rIdDrawing" Type="${DRAWING}" Target="../drawings/drawing${drawing}.xml"/>`;
  parts.set(path, known.replace('</Relationships>', `${relation}</Relationships>`));
  const sheet = partNamed(parts, sheetPath(sheetIndex));
  parts.set(sheetPath(sheetIndex), insertBefore(sheet, ['tableParts'], '<drawing r:id="rIdDrawing"/>'));
}

function declare(parts: ShellParts, name: string, type: string): void {
  const types = partNamed(parts, '[Content_Types].xml');
  parts.set(
    '[Content_Types].xml',
    types.replace('</Types>', `<Override PartName="${name}" ContentType="${type}"/></Types>`),
  );
}

function drawingXml(sheet: Sheet, descriptions: readonly string[], rows: number): string {
  const anchors = descriptions.map((description, index) => {
    const row = FIRST_ROW + rows + index * ROWS_HIGH;
    const title = sheet.charts[index]?.title ?? '';
    return (
      `<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${WIDTH}" cy="${HEIGHT}"/>` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}" title="${xmlAttribute(title)}" descr="${xmlAttribute(description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`
    );
  });
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `${anchors.join('')}</xdr:wsDr>`
  );
}

function relationships(inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}">${inner}</Relationships>`;
}
