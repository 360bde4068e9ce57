import officeCrypto from 'officecrypto-tool';

/**
 * The file protected with a password, as Excel and LibreOffice do it: ECMA-376 agile encryption, AES-256, SHA-512, 100,000
 * rounds. Takes more than half a second and blocks the thread. It protects the file on its way, not against a weak password.
 */
export function lockXlsx(bytes: Buffer, password: string): Buffer {
  return officeCrypto.encrypt(bytes, { password });
}
