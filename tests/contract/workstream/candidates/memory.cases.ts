import type { Atom } from '../../../../subgraphs/workstream/memory/model';
import { contract, type Kit, type Tenant } from '../../harness/kit';
import { changeCandidate, newCandidate, promote, readCandidate } from '../../harness/workstream';

const CAPTURE = 'workstream.memory.automaticCapture';
const RULES = 'workstream.memory.captureRules';

/** What is remembered; no endpoint shows it yet. */
async function atomsOf(kit: Kit, tenant: Tenant): Promise<readonly Atom[]> {
  const { data } = await kit.inside('workstream', tenant);
  return data.atoms.find({}, { sort: { number: 1 } });
}

contract('workstream/candidates/memory', (kit) => {
  kit.it(
    [`${CAPTURE}.1`, `${RULES}.1`, `${RULES}.2`],
    'a candidate that is created is remembered when the request is answered',
    async () => {
      const tenant = await kit.tenant();
      await newCandidate(kit, tenant);
      expect(await atomsOf(kit, tenant)).toMatchObject([
        {
          number: 1,
          orgId: tenant.orgId,
          entityType: 'CANDIDATE',
          entityNumber: 1,
          atomType: 'STATUS',
          content: 'Candidate created',
          source: { system: 'app', originId: 'candidate:1:created', url: '/candidates/1' },
          tags: [],
          score: 40,
          occurredAt: kit.clock.now(),
          expiresAt: null,
        },
      ]);
    },
  );

  kit.it(`${CAPTURE}.2`, 'each change of its status is remembered, the same one again too', async () => {
    const tenant = await kit.tenant();
    await newCandidate(kit, tenant, { status: 'nurture' });
    for (const status of ['on_hold', 'nurture', 'on_hold']) await changeCandidate(kit, tenant, 1, { status });
    const [, ...changes] = await atomsOf(kit, tenant);
    expect(changes.map(({ content }) => content)).toEqual([
      'Status changed: nurture to on_hold',
      'Status changed: on_hold to nurture',
      'Status changed: nurture to on_hold',
    ]);
    expect(changes[0]).toMatchObject({
      atomType: 'STATUS',
      source: { system: 'app', originId: 'candidate:1:status_change', url: '/candidates/1' },
      tags: ['status_change', 'nurture', 'on_hold'],
    });
  });

  for (const [way, go] of [
    ['promoteCandidate', promote],
    ['updateCandidate', (kit, tenant, id) => changeCandidate(kit, tenant, id, { status: 'promoted' })],
  ] satisfies readonly [string, typeof promote][]) {
    kit.it(
      [`${CAPTURE}.3`, `${RULES}.4`],
      `a promotion by ${way} is remembered of the candidate and of the pursuit`,
      async () => {
        const tenant = await kit.tenant();
        await newCandidate(kit, tenant, { status: 'triaged' });
        await go(kit, tenant, 1);
        const [, ...atoms] = await atomsOf(kit, tenant);
        expect(atoms).toMatchObject([
          { entityType: 'CANDIDATE', entityNumber: 1, content: 'Status changed: triaged to promoted' },
          {
            entityType: 'PURSUIT',
            entityNumber: 1,
            atomType: 'STATUS',
            content: 'Pursuit created',
            source: { system: 'app', originId: 'pursuit:1:created', url: '/pursuits/1' },
            tags: [],
          },
        ]);
      },
    );
  }

  kit.it(`${RULES}.3`, 'an action succeeds also where it cannot be remembered', async () => {
    const tenant = await kit.tenant();
    await newCandidate(kit, tenant);
    const context = await kit.inside('workstream', tenant);
    const [atom] = await context.data.atoms.find({});
    if (!atom) throw new Error('there is no atom');
    const { id: _id, tenantId: _tenantId, createdAt: _at, updatedAt: _later, ...members } = atom;
    await context.write((work) => work.data.atoms.insert({ ...members, number: atom.number + 1 }));
    const answer = await changeCandidate(kit, tenant, 1, { status: 'triaged' });
    expect(answer.status).toBe(200);
    expect(await readCandidate(kit, tenant, 1)).toMatchObject({ status: 'triaged' });
    expect((await atomsOf(kit, tenant)).map(({ content }) => content)).toEqual([
      'Candidate created',
      'Candidate created',
    ]);
  });
});
