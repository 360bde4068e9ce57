/** A session as a browser has it: the printed address once, the cookie from then on. */
export async function visit(
  address: string,
): Promise<(operation: string, input: object) => Promise<Record<string, unknown>>> {
  const first = await fetch(address, { redirect: 'manual' });
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { origin } = new URL(address);
  return async (operation, input) => {
    const headers = { cookie, origin, 'content-type': 'application/json', 'x-workbook': '1' };
    const answer = await fetch(`${origin}/api/${operation}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(input),
    });
    // A Reply, looked at by the tests.
    return (await answer.json()) as Record<string, unknown>;
  };
}
