/** One REST request, as a legacy caller sends it. */
export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  // The bodies are what the tests examine, member by member.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export interface RestCall {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function rest(
  base: string,
  request: string,
  { token, body, headers }: RestCall = {},
): Promise<RestAnswer> {
  const [method = 'GET', path = '/'] = request.split(' ');
  const response = await fetch(`${base}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}
