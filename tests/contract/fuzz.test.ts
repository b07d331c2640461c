/**
 * Requests that nobody would send on purpose, made from openapi.json and from the good request of each endpoint: no
 * fault of ours, nothing internal in any answer, nothing accepted that the document calls invalid. `call` holds every
 * answer against the document.
 */
import fc from 'fast-check';
import { type CallOptions, send } from './harness/call';
import { endpointIds, isMap, locate } from './harness/data';
import { settingsForEveryEndpoint } from './harness/every-endpoint';
import { expectDescribed } from './harness/described';
import { invalidFor } from './harness/invalid';
import { Kit, signedIn, type Tenant } from './harness/kit';
import { at, type Json, placeOf } from './harness/openapi';
import { sample } from './harness/samples';
import { Coverage } from './harness/coverage';

/** Per endpoint: enough to meet every member, few enough for a suite that people run. */
const RUNS = 25;
const SEED = 20251013;

const INTERNAL = /node_modules|\.[jt]s:\d|\bat \w+ \(|mongo|E11000|ECONN|BSON|graphql|undefined|\[object/i;

const env = settingsForEveryEndpoint();
const kit = new Kit(Coverage.of('everywhere'), { transport: 'local', env });
let tenant: Tenant;

beforeAll(async () => {
  await kit.enter();
  tenant = await kit.tenant();
}, 60_000);

interface Member {
  readonly in: 'body' | 'query';
  readonly name: string;
  readonly schema: Json;
}

/** Where the document says what an endpoint takes. */
function membersOf(endpointId: string): readonly Member[] {
  const operation = at(placeOf(endpointId)) as Json;
  const body = at(['requestBody', 'content', 'application/json', 'schema', 'properties'], operation) ?? {};
  const parameters = (operation['parameters'] ?? []) as readonly (Json & { name: string })[];
  return [
    ...Object.entries(body).map(([name, schema]): Member => ({ in: 'body', name, schema: schema as Json })),
    ...parameters
      .filter((parameter) => parameter['in'] === 'query' && !isLenient(parameter))
      .map(({ name, schema }): Member => ({ in: 'query', name, schema: schema as Json })),
  ];
}

const isLenient = (parameter: Json): boolean => (parameter['schema'] as Json)['x-lenient'] === true;

function changed(good: CallOptions, { in: place, name }: Member, value: unknown): CallOptions {
  if (place === 'query') return { ...good, query: { ...good.query, [name]: String(value) } };
  return { ...good, body: { ...(good.body as object | undefined), [name]: value } };
}

const parametersFor = { numRuns: RUNS, seed: SEED, endOnFailure: true };

describe.each(endpointIds())('%s', (id) => {
  it('refuses every value that openapi.json does not allow, and says so without internals', async () => {
    const good = await sample(kit, id, tenant);
    const invalid = membersOf(id).flatMap((member) => {
      const values = invalidFor(member.schema, member.in === 'body' ? 'json' : 'text');
      return values ? [values.map((value) => ({ member, value }))] : [];
    });
    if (invalid.length === 0) return;
    await fc.assert(
      fc.asyncProperty(fc.oneof(...invalid), async ({ member, value }) => {
        const { status, body } = await kit.as(tenant, id, changed(good, member, value));
        expect({ value, status }).toEqual({ value, status: status === 400 ? 400 : 422 });
        expect(JSON.stringify(body)).not.toMatch(INTERNAL);
      }),
      parametersFor,
    );
  });

  it('answers anything at all, and never with a fault of ours', async () => {
    const good = await sample(kit, id, tenant);
    const { endpoint, service } = locate(id);
    const root = `${kit.house.url}${endpoint.base ?? service.basePath}`;
    const anything = fc.record({
      params: fc.constant(good.params ?? {}),
      text: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      body: fc.jsonValue({ maxDepth: 4 }),
      name: fc.constantFrom(
        ...membersOf(id).map((member) => member.name),
        '__proto__',
        'constructor',
        'page',
        'limit',
      ),
    });
    await fc.assert(
      fc.asyncProperty(anything, async ({ params, text, body, name }) => {
        const path = endpoint.path.replace(/\{(\w+)\}/g, (_, parameter: string) =>
          encodeURIComponent(body === null ? (params[parameter] ?? text) : text),
        );
        const query = new URLSearchParams({ [name]: text }).toString();
        const bodyless = endpoint.method === 'GET' || endpoint.method === 'DELETE';
        const answer = await send(`${root}${path}?${query}`, endpoint.method, {
          ...(bodyless ? {} : { body: isMap(body) ? { ...body, [name]: body } : body }),
          headers: signedIn(tenant),
        });
        if (answer.status !== endpoint.status) expect(answer.status).toBeLessThan(500);
        expect(JSON.stringify(answer.body ?? null)).not.toMatch(INTERNAL);
        if (answer.status !== 404) expectDescribed(id, answer);
      }),
      parametersFor,
    );
  });
});
