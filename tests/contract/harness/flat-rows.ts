/** The rows that every endpoint of Workstream has beside those of all services, tested with its sample request. */
import type { Answer } from './call';
import { isMap, locate } from './data';
import { expectFlat } from './expect';
import type { Kit } from './kit';
import { sample } from './samples';

/** The organisation, the integer that the path names, and the aliases. */
export function flatRows(kit: Kit, id: string): void {
  if (locate(id).endpoint.query?.['org_id']) organisationRow(kit, id);
  if (locate(id).endpoint.path.includes('{')) pathRows(kit, id);
  aliasRows(kit, id);
}

const REQUIRED = 'org_id is required';
const OPTIONAL = 'org_id must be a positive integer';

function organisationRow(kit: Kit, id: string): void {
  const isOptional = locate(id).endpoint.query?.['org_id'] === 'int?';

  kit.it(
    [`${id}.query.org_id`, `${id}.400`],
    'takes the organisation of the token and no other',
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      const request = await sample(kit, id, tenant);
      const ask = (org_id?: string | number): Promise<Answer> =>
        kit.as(tenant, id, { ...request, query: org_id === undefined ? {} : { org_id } });
      for (const org_id of [0, 'one', '1.5']) {
        expectFlat(await ask(org_id), 400, isOptional ? OPTIONAL : REQUIRED);
      }
      for (const org_id of [other.orgId, 999_999]) {
        expectFlat(await ask(org_id), 403, 'org_id does not belong to the tenant');
      }
      if (isOptional) expect((await ask()).status).toBe(locate(id).endpoint.status);
      else expectFlat(await ask(), 400, REQUIRED);
    },
  );
}

function pathRows(kit: Kit, id: string): void {
  const missing = id.includes('Signal') ? 'Signal not found' : 'Candidate not found';

  kit.it(`${id}.400`, 'takes a positive integer for an id, and nothing else', async () => {
    const tenant = await kit.tenant();
    const request = await sample(kit, id, tenant);
    for (const wrong of ['0', '-1', '1.5', 'one', '99999999999']) {
      const params = { ...request.params, id: wrong };
      expectFlat(await kit.as(tenant, id, { ...request, params }), 400, 'id must be a positive integer');
    }
  });

  kit.it(
    [`${id}.404`, `${id}.404.otherTenant`],
    "does not find what is not there, nor another tenant's object, which stays as it is",
    async () => {
      const [owner, stranger] = [await kit.tenant(), await kit.tenant()];
      const request = await sample(kit, id, owner);
      const unknown = { ...request.params, id: '4711' };
      expectFlat(await kit.as(owner, id, { ...request, params: unknown }), 404, missing);
      const query = { org_id: stranger.orgId };
      expectFlat(await kit.as(stranger, id, { ...request, query }), 404, missing);
      expect((await kit.as(owner, id, request)).status).toBe(locate(id).endpoint.status);
    },
  );
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
  }
}

/** Each call has an object of its own, so that values differ. */
const namesOf = ({ body }: Answer): readonly string[] => (isMap(body) ? Object.keys(body) : []);
