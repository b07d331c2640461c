/** The rows that endpoints of measures have beside those of all services, tested with their sample requests. */
import type { Answer } from './call';
import { isMap, locate } from './data';
import { expectNullData } from './expect';
import type { Kit } from './kit';
import { canSucceed } from './rows';
import { sample } from './samples';

/** The objects that the path names, and the aliases. */
export function measureRows(kit: Kit, id: string): void {
  const { endpoint } = locate(id);
  if (endpoint.path.includes('{') && canSucceed(endpoint)) pathRows(kit, id);
  aliasRows(kit, id);
}

function pathRows(kit: Kit, id: string): void {
  const { status } = locate(id).endpoint;

  kit.it(
    `${id}.404.otherTenant`,
    "does not find another tenant's object, and leaves it as it is",
    async () => {
      const [owner, stranger] = [await kit.tenant(), await kit.tenant()];
      const request = await sample(kit, id, owner);
      const error = expect.stringMatching(/^(Measure|Measure link|Person|Strategy) not found$/) as unknown;
      const body = { success: false, data: null, error };
      expect(await kit.as(stranger, id, request)).toMatchObject({ status: 404, body });
      expect((await kit.as(owner, id, request)).status).toBe(status);
    },
  );

  kit.it(`${id}.prefixedId`, 'finds an object under its id with a prefix of letters', async () => {
    const tenant = await kit.tenant();
    const { params = {}, ...request } = await sample(kit, id, tenant);
    const prefixed = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, `old-${value}`]),
    );
    expect((await kit.as(tenant, id, { ...request, params: prefixed })).status).toBe(status);
  });
}

function aliasRows(kit: Kit, id: string): void {
  const { endpoint } = locate(id);
  for (const [index, path] of (endpoint.aliases ?? []).entries()) {
    kit.it(`${id}.alias.${index + 1}`, `answers the same under ${path}`, async () => {
      const tenant = await kit.tenant();
      const documented = await kit.as(tenant, id, await sample(kit, id, tenant));
      const alias = await kit.as(tenant, id, { ...(await sample(kit, id, tenant)), path });
      expect([alias.status, namesOf(alias)]).toEqual([endpoint.status, namesOf(documented)]);
    });

    it(`tells of links under ${path} what is wrong with them`, async () => {
      const tenant = await kit.tenant();
      const { params, ...request } = await sample(kit, id, tenant);
      const ask = (linkId: string): Promise<Answer> =>
        kit.as(tenant, id, { ...request, params: { ...params, linkId }, path });
      expectNullData(await ask('link-1'), 400, 'Invalid link ID format');
      expectNullData(await ask('0199e5a2-7c1b-7d3e-9f40-1b2c3d4e5f60'), 404, 'Measure link not found');
    });
  }
}

/** Each call has an object of its own, so that values differ. */
const namesOf = ({ body }: Answer): readonly string[] =>
  isMap(body) && isMap(body['data']) ? Object.keys(body['data']) : [];
