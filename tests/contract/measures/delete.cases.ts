import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectNullData } from '../harness/expect';
import { newGoal } from '../harness/goals';
import { contract, signedIn } from '../harness/kit';
import {
  linksOf,
  listed,
  MALFORMED,
  newActual,
  newLink,
  newMeasure,
  newTarget,
  NO_ID,
} from '../harness/measures';
import { signInAgain } from '../harness/people';

contract('measures/delete', (kit) => {
  rowsOfEveryEndpoint(kit, 'deleteMeasure');

  kit.it(
    [
      'deleteMeasure.204',
      'deleteMeasure.rules.1',
      'deleteMeasure.rules.2',
      'deleteMeasure.rules.3',
      'deleteMeasure.rules.4',
      'measures.open.delete',
    ],
    'a deleted measure is out of sight with its links; its row and its values are kept',
    async () => {
      const tenant = await kit.tenant();
      const { id: goalId } = await newGoal(kit, tenant);
      const { id } = await newMeasure(kit, tenant);
      await newActual(kit, tenant, id);
      await newTarget(kit, tenant, id);
      await newLink(kit, tenant, id, { goalId });
      const answer = await kit.as(tenant, 'deleteMeasure', { params: { id } });
      expect([answer.status, answer.body]).toEqual([204, undefined]);
      expect((await listed(kit, tenant)).data).toEqual([]);
      expect(await linksOf(kit, tenant, { goalId })).toEqual([]);
      const { data } = await kit.inside('traction', tenant);
      expect(await data.measures.find({ _id: id })).toEqual([]);
      expect(await data.actuals.count({ measureId: id })).toBe(1);
      expect(await data.targets.count({ measureId: id })).toBe(1);
    },
  );

  kit.it('deleteMeasure.rules.5', 'an administrator can bring it back, with its links', async () => {
    const tenant = await kit.tenant();
    const { id } = await newMeasure(kit, tenant);
    const link = await newLink(kit, tenant, id);
    await kit.as(tenant, 'deleteMeasure', { params: { id } });
    const users = await kit.inside('account', tenant);
    const isPlatformAdmin = { $set: { isPlatformAdmin: true } };
    await users.write(({ data }) => data.users.update({ _id: tenant.userId }, isPlatformAdmin));
    const admin = await signInAgain(kit, tenant);
    const query = `mutation { restoreMeasure(input: { id: "${id}" }) { restoredId restoredLinkIds } }`;
    const { authorization = '' } = signedIn(admin);
    const { body } = await kit.send('/graphql', 'POST', { body: { query }, headers: { authorization } });
    const restored = { restoredId: id, restoredLinkIds: [link.id] };
    expect(body).toEqual({ data: { restoreMeasure: restored } });
    expect((await listed(kit, tenant)).data).toMatchObject([{ id }]);
  });

  kit.it(
    ['deleteMeasure.400.1', 'deleteMeasure.404.1'],
    'is 400 for a malformed id and 404 for an unknown one, or one that is deleted already',
    async () => {
      const tenant = await kit.tenant();
      const remove = (id: string) => kit.as(tenant, 'deleteMeasure', { params: { id } });
      const { id } = await newMeasure(kit, tenant);
      await remove(id);
      for (const gone of [id, NO_ID]) expectNullData(await remove(gone), 404, 'Measure not found');
      for (const bad of MALFORMED) expectNullData(await remove(bad), 400, 'Invalid Measure ID format');
    },
  );
});
