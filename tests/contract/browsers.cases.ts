/** What browsers on other origins may do: the rules of CORS, at an endpoint of each service. */
import { endpointIds, locate } from './harness/data';
import { contract, type Kit } from './harness/kit';

const ORIGIN = 'https://app.example';
const RULE = 'common.headers.rules';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const REQUEST_HEADERS = [
  ...['Authorization', 'X-Tenant-Id', 'X-Frontend-Base-Url', 'X-E2E-Test', 'Content-Type'],
  ...['If-Match', 'If-None-Match', 'Last-Event-ID', 'Idempotency-Key'],
];
const RESPONSE_HEADERS = ['ETag', 'Location', 'Content-Disposition', 'Retry-After'];

/** The documented path of the first endpoint of each service. */
const PATHS = [...new Set(endpointIds().map((id) => locate(id).service))].map(
  ({ basePath, endpoints }) => `${basePath}${endpoints[0]?.path ?? ''}`,
);

const listed = (headers: Headers, name: string): readonly string[] =>
  (headers.get(name) ?? '').split(',').map((word) => word.trim().toLowerCase());

const lower = (words: readonly string[]): readonly string[] => words.map((word) => word.toLowerCase());

/** What a browser asks before a request that a page may not make everywhere. */
async function preflight(kit: Kit, path: string, method: string): Promise<Headers> {
  const answer = await kit.send(path, 'OPTIONS', {
    headers: {
      origin: ORIGIN,
      'access-control-request-method': method,
      'access-control-request-headers': REQUEST_HEADERS.join(','),
    },
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  return answer.headers;
}

contract('browsers', (kit) => {
  kit.it(`${RULE}.1`, 'pages may use every method of the contract', async () => {
    for (const path of PATHS) {
      for (const method of METHODS) {
        const allowed = listed(await preflight(kit, path, method), 'access-control-allow-methods');
        expect(allowed).toEqual(expect.arrayContaining(lower(METHODS)));
      }
    }
  });

  kit.it(`${RULE}.2`, 'pages may send every header of the contract', async () => {
    for (const path of PATHS) {
      const allowed = listed(await preflight(kit, path, 'POST'), 'access-control-allow-headers');
      expect(allowed).toEqual(expect.arrayContaining(lower(REQUEST_HEADERS)));
    }
  });

  kit.it(`${RULE}.3`, 'pages may read every header of the contract, of errors too', async () => {
    for (const path of PATHS) {
      const { headers } = await kit.send(path, 'GET', { headers: { origin: ORIGIN } });
      expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
      const exposed = listed(headers, 'access-control-expose-headers');
      expect(exposed).toEqual(expect.arrayContaining(lower(RESPONSE_HEADERS)));
    }
  });
});
