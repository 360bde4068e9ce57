import { layOutRows } from '../../shared/domain/exportModel/layOutRows.ts';
import type { Cell, Chart, Sheet } from '../../shared/domain/exportModel/sheetModel.ts';
import { textChanges } from '../../shared/domain/exportModel/textChanges.ts';
import { FIRST_ROW, HEADER_ROW } from './exportLayout.ts';
import { columnLetters, xmlText } from './rowXml.ts';

/** One blue and a grey that is told from it by brightness too, each with an outline. */
const fills = ['0065BD', 'D9D9D9', '333333'];
const INK = '333333';

/** A chart part (DrawingML, ECMA-376 part 1, 21.2) bound to the sheet's cells, with their values beside for viewers that do not calculate. */
export function chartXml(chart: Chart, sheet: Sheet): string {
  const rows = [...layOutRows(sheet, textChanges())];
  const place = (key: string): number => sheet.columns.findIndex((column) => column.key === key);
  const range = (column: number): string => {
    const letters = columnLetters(column);
    const name = `'${sheet.name.replaceAll("'", "''")}'`;
    return xmlText(`${name}!$${letters}$${FIRST_ROW}:$${letters}$${FIRST_ROW + rows.length - 1}`);
  };
  const header = (column: number): string =>
    xmlText(`'${sheet.name.replaceAll("'", "''")}'!$${columnLetters(column)}$${HEADER_ROW}`);
  const valuesOf = (key: string): readonly Cell[] => rows.map((cells) => cells[place(key)] ?? null);
  const series = chart.series.map(({ key, name }, index) => {
    const fill = fills[index % fills.length] ?? INK;
    const labels = valuesOf(chart.categoryKey);
    return (
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
      `<c:tx><c:strRef><c:f>${header(place(key))}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xmlText(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>` +
      `<c:spPr><a:solidFill><a:srgbClr val="${fill}"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="${INK}"/></a:solidFill></a:ln></c:spPr>` +
      `<c:invertIfNegative val="0"/>${index === 0 ? dataLabels(chart.stacked ? 'FFFFFF' : INK, chart.stacked) : dataLabels(INK, chart.stacked)}` +
      `<c:cat><c:strRef><c:f>${range(place(chart.categoryKey))}</c:f><c:strCache>${points(labels)}</c:strCache></c:strRef></c:cat>` +
      `<c:val><c:numRef><c:f>${range(place(key))}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(valuesOf(key))}</c:numCache></c:numRef></c:val></c:ser>`
    );
  });
  const highest = chart.highest === undefined ? '' : `<c:max val="${chart.highest}"/>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `<c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="en-GB" sz="1200" b="1"/><a:t>${xmlText(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="${chart.stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>` +
    `${series.join('')}<c:gapWidth val="60"/>${chart.stacked ? '<c:overlap val="100"/>' : ''}<c:axId val="111"/><c:axId val="112"/></c:barChart>` +
    `<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="112"/><c:crosses val="autoZero"/></c:catAx>` +
    `<c:valAx><c:axId val="112"/><c:scaling><c:orientation val="minMax"/>${highest}<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>${chart.highest === undefined ? '' : '<c:majorUnit val="1"/>'}</c:valAx></c:plotArea>` +
    `${chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : ''}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1000"><a:solidFill><a:srgbClr val="${INK}"/></a:solidFill><a:latin typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr></c:chartSpace>`
  );
}

function points(values: readonly Cell[]): string {
  const written = values.map((value, index) =>
    value === null ? '' : `<c:pt idx="${index}"><c:v>${xmlText(String(value))}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${values.length}"/>${written.join('')}`;
}

/** The figure in or above each bar, so that nothing has to be read off colours or the axis. Zeros are left out. */
function dataLabels(colour: string, inside: boolean): string {
  return (
    `<c:dLbls><c:numFmt formatCode="0;-0;;" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900" b="1"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>` +
    `<c:dLblPos val="${inside ? 'ctr' : 'outEnd'}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
  );
}
