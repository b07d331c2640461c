import type { Answer } from '../../harness/call';
import { expectFlat } from '../../harness/expect';
import { rowsOfEveryEndpoint } from '../../harness/everywhere';
import { contract, type Kit, type Tenant } from '../../harness/kit';
import { signInAgain } from '../../harness/people';
import { bare, changeCandidate, momentOf, newCandidate, newSignal, onRecord } from '../../harness/workstream';

const LIST = 'listCandidates';
const HOUR_SECONDS = 60 * 60;

type Query = Readonly<Record<string, string | number>>;

interface BoardItem {
  readonly candidate_id: number;
  readonly days_since_touch: number;
  readonly has_threads: number;
  readonly has_docs: number;
  readonly spotlight_scores: Readonly<Record<string, unknown>>;
}

interface Page {
  readonly data: readonly BoardItem[];
  readonly pagination: Readonly<Record<string, number>>;
}

const list = (kit: Kit, tenant: Tenant, query: Query = {}): Promise<Answer> =>
  kit.as(tenant, LIST, { query: { org_id: tenant.orgId, ...query } });

const page = async (kit: Kit, tenant: Tenant, query?: Query): Promise<Page> =>
  bare(await list(kit, tenant, query), LIST, { data: '[CandidateBoardItem]', pagination: 'Pagination' });

const ids = async (kit: Kit, tenant: Tenant, query?: Query): Promise<readonly number[]> =>
  (await page(kit, tenant, query)).data.map(({ candidate_id }) => candidate_id);

contract('workstream/candidates/list', (kit) => {
  rowsOfEveryEndpoint(kit, LIST);

  kit.it(`${LIST}.200`, 'shows what a board needs of each candidate', async () => {
    const [tenant, other] = [await kit.tenant(), await kit.tenant()];
    const { signal_id } = await newSignal(kit, tenant, { urgency_score: 1 });
    const sent = {
      title: 'CRM',
      status: 'nurture',
      value_band: 'high',
      one_liner_scope: '50+',
      owner_user_id: 5,
    };
    await newCandidate(kit, tenant, { ...sent, signal_id });
    await newCandidate(kit, other);
    expect((await page(kit, tenant)).data).toEqual([
      {
        candidate_id: 1,
        ...sent,
        last_touch_at: momentOf(kit),
        days_since_touch: 0,
        has_threads: 0,
        has_docs: 0,
        spotlight_scores: { total_score: 18, top_positive: '+15 urgency_match', top_negative: null },
      },
    ]);
  });

  kit.it(`${LIST}.rules.1`, 'has the latest touched first, then the youngest', async () => {
    const tenant = await kit.tenant();
    await newCandidate(kit, tenant);
    kit.clock.advance(1);
    await newCandidate(kit, tenant);
    await newCandidate(kit, tenant);
    expect(await ids(kit, tenant)).toEqual([3, 2, 1]);
    const { last_touch_at } = (await page(kit, tenant)).data[1] as unknown as { last_touch_at: string };
    await changeCandidate(kit, tenant, 1, { last_touch_at });
    expect(await ids(kit, tenant)).toEqual([3, 2, 1]);
    kit.clock.advance(1);
    await changeCandidate(kit, tenant, 2, { title: 'touched' });
    expect(await ids(kit, tenant)).toEqual([2, 3, 1]);
  });

  kit.it(`${LIST}.rules.2`, 'counts calendar days in UTC since the last touch', async () => {
    const registered = await kit.tenant();
    await newCandidate(kit, registered);
    const daysAfter = async (seconds: number): Promise<number | undefined> => {
      kit.clock.advance(seconds);
      const tenant = await signInAgain(kit, registered);
      return (await page(kit, tenant)).data[0]?.days_since_touch;
    };
    const untilMidnight =
      24 * HOUR_SECONDS - (Math.floor(kit.clock.now().getTime() / 1000) % (24 * HOUR_SECONDS));
    expect(await daysAfter(untilMidnight - 1)).toBe(0);
    expect(await daysAfter(1)).toBe(1);
    expect(await daysAfter(23 * HOUR_SECONDS)).toBe(1);
    expect(await daysAfter(2 * HOUR_SECONDS)).toBe(2);
  });

  kit.it(`${LIST}.rules.3`, 'says by 1 and 0 whether conversations and documents are linked', async () => {
    const tenant = await kit.tenant();
    for (let count = 0; count < 3; count += 1) await newCandidate(kit, tenant);
    const { data, write } = await inside(kit, tenant);
    const rows = await data.candidates.find({}, { sort: { number: 1 } });
    await write(rows[0]?.id ?? '', 'THREAD');
    await write(rows[1]?.id ?? '', 'DOC');
    const flags = (await page(kit, tenant)).data.map((item) => [
      item.candidate_id,
      item.has_threads,
      item.has_docs,
    ]);
    expect(flags).toEqual([
      [3, 0, 0],
      [2, 0, 1],
      [1, 1, 0],
    ]);
  });

  kit.it(
    `${LIST}.rules.4`,
    'has the newest score of each; one without is scored when it is read',
    async () => {
      const tenant = await kit.tenant();
      const { signal_id } = await newSignal(kit, tenant, { urgency_score: 0.5 });
      await newCandidate(kit, tenant, { signal_id });
      const scored = { total_score: 9, top_positive: '+7.5 urgency_match', top_negative: null };
      expect((await page(kit, tenant)).data[0]?.spotlight_scores).toEqual(scored);
      const context = await kit.inside('workstream', tenant);
      await context.write(({ data }) => data.spotlightScores.remove({}, kit.clock.now()));
      expect((await page(kit, tenant)).data[0]?.spotlight_scores).toEqual(scored);
      expect(await context.data.spotlightScores.count({})).toBe(1);
    },
  );

  describe('a filter', () => {
    kit.it(
      [`${LIST}.query.status`, `${LIST}.query.owner_user_id`],
      'finds what has that status and owner',
      async () => {
        const tenant = await kit.tenant();
        await newCandidate(kit, tenant, { status: 'triaged', owner_user_id: 5 });
        await newCandidate(kit, tenant, { status: 'triaged', owner_user_id: 6 });
        await newCandidate(kit, tenant, { owner_user_id: 5 });
        expect(await ids(kit, tenant, { status: 'triaged' })).toEqual([2, 1]);
        expect(await ids(kit, tenant, { owner_user_id: 5 })).toEqual([3, 1]);
        expect(await ids(kit, tenant, { status: 'triaged', owner_user_id: 5 })).toEqual([1]);
        expect((await page(kit, tenant, { status: 'archived' })).pagination['total']).toBe(0);
      },
    );

    kit.it(`${LIST}.400`, 'that makes no sense is refused by its name', async () => {
      const tenant = await kit.tenant();
      for (const [name, value] of [
        ['status', 'sold'],
        ['owner_user_id', 'me'],
      ] as const) {
        const complaint = expect.stringMatching(new RegExp(`^${name} `)) as string;
        expectFlat(await list(kit, tenant, { [name]: value }), 400, complaint);
      }
    });
  });

  kit.it(
    [`${LIST}.query.page`, `${LIST}.query.limit`],
    'is sliced by page and limit, leniently',
    async () => {
      const tenant = await kit.tenant();
      for (let count = 0; count < 3; count += 1) await newCandidate(kit, tenant);
      expect(await ids(kit, tenant, { page: 2, limit: 2 })).toEqual([1]);
      expect((await page(kit, tenant, { page: 0, limit: 'all' })).pagination).toEqual({
        page: 1,
        limit: 50,
        total: 3,
      });
      expect((await page(kit, tenant, { page: 5, limit: 2000 })).pagination).toEqual({
        page: 5,
        limit: 1000,
        total: 3,
      });
    },
  );

  it('still shows a candidate after its signal was deleted, with a score without it', async () => {
    const tenant = await kit.tenant();
    const { signal_id } = await newSignal(kit, tenant, { urgency_score: 0.5 });
    await newCandidate(kit, tenant, { signal_id });
    await kit.as(tenant, 'deleteSignal', onRecord(tenant, signal_id));
    expect((await page(kit, tenant)).data[0]?.spotlight_scores).toMatchObject({ total_score: 0 });
  });
});

/** The data of Workstream, and a way to link something: no endpoint of this service writes links. */
async function inside(kit: Kit, tenant: Tenant) {
  const context = await kit.inside('workstream', tenant);
  return {
    data: context.data,
    write: (itemId: string, type: 'THREAD' | 'DOC') =>
      context.write((work) => work.data.links.insert({ itemType: 'CANDIDATE', itemId, type, target: 'x' })),
  };
}
