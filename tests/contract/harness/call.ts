/** Requests to the house, as a legacy client sends them: addresses and methods are those of the contract. */
import { type EndpointData, locate } from './data';
import { expectDescribed } from './described';

export interface CallOptions {
  /** Values of the path's parameters. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>> | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, with a JSON content type. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of the documented path: an alias. */
  readonly path?: string;
  /** In place of `{url}{basePath}`. */
  readonly root?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; undefined when it is no JSON. Streams are left as soon as they begin; see streams.ts. */
  readonly body: unknown;
}

export async function call(url: string, endpointId: string, options: CallOptions): Promise<Answer> {
  const { endpoint } = locate(endpointId);
  const answer = await send(addressOf(url, endpointId, options), endpoint.method, options);
  if (isOwnPath(options, endpoint)) expectDescribed(endpointId, answer);
  return answer;
}

/** Where a request goes. */
export function addressOf(url: string, endpointId: string, options: CallOptions): string {
  const { endpoint, service } = locate(endpointId);
  const path = filled(options.path ?? endpoint.path, options.params ?? {});
  const isAbsolute = (service.mounts ?? []).some(({ base }) => path.startsWith(base));
  const root = options.root ?? `${url}${isAbsolute ? '' : (endpoint.base ?? service.basePath)}`;
  return `${root}${path}${search(options.query)}`;
}

/** Whether the request goes where the contract says: elsewhere there may be another endpoint, or none. */
const isOwnPath = ({ root, path }: CallOptions, endpoint: EndpointData): boolean =>
  root === undefined &&
  (path === undefined || [endpoint.path, ...(endpoint.aliases ?? [])].includes(path.replace(/%3a/i, ':')));

export async function send(
  address: string,
  method: string,
  { body, raw, headers = {} }: CallOptions,
): Promise<Answer> {
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(address, {
    method,
    headers: { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(text === undefined ? {} : { body: text }),
  });
  const { status, headers: sent } = response;
  if (!sent.get('content-type')?.startsWith('text/event-stream'))
    return { status, headers: sent, body: parsed(await response.text()) };
  await response.body?.cancel();
  return { status, headers: sent, body: undefined };
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const filled = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} needs "${name}"`);
    return encodeURIComponent(value);
  });

function search(query: CallOptions['query']): string {
  if (!query) return '';
  const texts = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
  return `?${new URLSearchParams(texts).toString()}`;
}
