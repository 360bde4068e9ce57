import { unzipSync, zipSync } from 'fflate';

const APPLICATION = 'Community Justice Self-Evaluation Workbook';

/**
 * The file with rows that grow when somebody types into them.
 *
 * exceljs fixes every height that it writes. And it says that Excel wrote the file, at which LibreOffice does not work out
 * heights of its own.
 */
export function settleRowHeights(bytes: Uint8Array): Buffer {
  const parts = unzipSync(bytes);
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  for (const [name, part] of Object.entries(parts)) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) {
      parts[name] = encoder.encode(decoder.decode(part).replace(/(<row [^>]*?) customHeight="1"/g, '$1'));
    }
    if (name === 'docProps/app.xml') {
      const changed = decoder
        .decode(part)
        .replace(/<Application>[^<]*<\/Application>/, `<Application>${APPLICATION}</Application>`);
      parts[name] = encoder.encode(changed.replace(/<AppVersion>[^<]*<\/AppVersion>/, ''));
    }
    if (name === 'xl/workbook.xml')
      parts[name] = encoder.encode(decoder.decode(part).replace(/<fileVersion [^>]*\/>/, ''));
  }
  return Buffer.from(zipSync(parts, { level: 6 }));
}
