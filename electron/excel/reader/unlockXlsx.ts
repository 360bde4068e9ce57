import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { readerLimits } from './readerLimits.ts';
import { damagedXlsx, excessiveXlsx } from './xlsxRefusal.ts';

const OLE_SIGNATURE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const AGILE = Buffer.from([4, 0, 4, 0]);

/**
 * The .xlsx file inside one that is protected with a password (ECMA-376 agile and standard encryption); a file without a
 * password comes back as it is. The passwords are tried in turn. What opens one is loaded only where there is one: that
 * takes longer than reading a small file. `onTried` is told of each password that was tried, which takes half a second.
 *
 * @throws WorkbookError `wrong-passphrase` when none opens it, `file-kind` for an old .xls file, `damaged`, `too-large`.
 */
export async function unlockXlsx(
  bytes: Buffer,
  passwords: readonly string[],
  onTried: () => void = () => {},
): Promise<Buffer> {
  if (!bytes.subarray(0, OLE_SIGNATURE.length).equals(OLE_SIGNATURE)) return bytes;
  refuseCostlyPassword(await encryptionInfoOf(bytes));
  for (const password of passwords) {
    if (password === '' || password.length > 255) continue;
    const opened = await openWith(bytes, password);
    onTried();
    if (opened !== undefined) return opened;
  }
  throw new WorkbookError(
    'wrong-passphrase',
    passwords.length === 0
      ? 'The Excel file is protected with a password. Give the password.'
      : 'The password does not open the Excel file. Check capital letters, and ask whoever sent it.',
  );
}

async function encryptionInfoOf(bytes: Buffer): Promise<Buffer> {
  const { default: CFB } = await import('cfb');
  let info: { readonly content?: unknown } | null;
  try {
    info = CFB.find(CFB.read(bytes, { type: 'buffer' }), '/EncryptionInfo');
  } catch (cause) {
    throw damagedXlsx('its protected form does not hold together', cause);
  }
  if (info === null) {
    throw new WorkbookError(
      'file-kind',
      'This is an old Excel file (.xls) or another kind of file. Save it as an Excel workbook (.xlsx), and try again.',
    );
  }
  const { content } = info;
  if (!(content instanceof Uint8Array) && !Array.isArray(content))
    throw damagedXlsx('its protected form does not hold together');
  return Buffer.from(content);
}

/** The file itself says how often the password is to be hashed; a made-up number would keep the program busy for hours. */
function refuseCostlyPassword(info: Buffer): void {
  if (!info.subarray(0, AGILE.length).equals(AGILE)) return;
  for (const [, rounds] of info.toString('latin1').matchAll(/spinCount\s*=\s*["']\s*([^"']*)["']/g)) {
    if (!/^\d+$/.test(rounds ?? '') || Number(rounds) > readerLimits.passwordRounds) {
      throw excessiveXlsx('a password that would take too long to check');
    }
  }
}

async function openWith(bytes: Buffer, password: string): Promise<Buffer | undefined> {
  const { default: officeCrypto } = await import('officecrypto-tool');
  try {
    return await officeCrypto.decrypt(bytes, { password });
  } catch (cause) {
    if (cause instanceof Error && /password is incorrect/i.test(cause.message)) return undefined;
    throw damagedXlsx('its protected form does not hold together', cause);
  }
}
