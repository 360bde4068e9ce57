/** UTF-8 as one text. Throws for anything that is none. */
export async function wholeText(content: AsyncIterable<Buffer>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  for await (const bytes of content) text += decoder.decode(bytes, { stream: true });
  return text + decoder.decode();
}
