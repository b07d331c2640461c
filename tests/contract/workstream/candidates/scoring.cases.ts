import { contract, type Kit, type Tenant } from '../../harness/kit';
import { changeCandidate, configure, newCandidate, newSignal, onRecord } from '../../harness/workstream';
import { graphql } from '../../../support/graphql';

const RULES = 'workstream.spotlightScoring.rules';

interface Score {
  readonly spotlightNumber: number;
  readonly totalScore: number;
  readonly topPositive: string | null;
  readonly topNegative: string | null;
  readonly algorithmVersion: string;
  readonly components: readonly {
    readonly name: string;
    readonly score: number;
    readonly weight: number;
    readonly contribution: number;
    readonly reason: string;
  }[];
}

const QUERY = `query ($number: Int!) { candidate(number: $number) { spotlightScore {
  spotlightNumber totalScore topPositive topNegative algorithmVersion
  components { name score weight contribution reason }
} } }`;

/** No endpoint shows a whole score yet; the graph does. */
async function scoreOf(kit: Kit, { token }: Tenant, number = 1): Promise<Score> {
  const { data } = await graphql<{ candidate: { spotlightScore: Score } }>(
    kit.house.url,
    QUERY,
    { number },
    token,
  );
  if (!data) throw new Error('there is no score');
  return data.candidate.spotlightScore;
}

contract('workstream/candidates/scoring', (kit) => {
  /** A candidate from one signal. */
  const candidateOf = async (signal: object): Promise<Tenant> => {
    const tenant = await kit.tenant();
    const { signal_id } = await newSignal(kit, tenant, signal);
    await newCandidate(kit, tenant, { signal_id });
    return tenant;
  };

  kit.it(
    [1, 2, 3, 6, 8].map((rule) => `${RULES}.${rule}`),
    'a score is the sum of weighted components, the largest contribution first',
    async () => {
      const { components, ...score } = await scoreOf(kit, await candidateOf({ urgency_score: 0.85 }));
      expect(score).toEqual({
        spotlightNumber: 1,
        totalScore: 15.3,
        topPositive: '+12.75 urgency_match',
        topNegative: null,
        algorithmVersion: 'v1.0',
      });
      expect(components).toHaveLength(6);
      expect(components[0]).toEqual({
        name: 'urgency_match',
        score: 12.75,
        weight: 1.2,
        contribution: 15.3,
        reason: 'High urgency: 0.85 of 1.0',
      });
    },
  );

  kit.it(
    [`${RULES}.9`, `${RULES}.5`, `${RULES}.7`],
    'without a spotlight of its own an organisation has one without fields: equals stand by name',
    async () => {
      const score = await scoreOf(kit, await candidateOf({ snippet: 'Financial Services' }));
      expect(score).toMatchObject({
        spotlightNumber: 1,
        totalScore: 0,
        topPositive: null,
        topNegative: null,
      });
      expect(score.components.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
        'budget_fit: No data: spotlight has no budget',
        'company_size_fit: No data: spotlight has no company_size',
        'geo_alignment: No data: spotlight has no region',
        'industry_match: No data: spotlight has no industry',
        'tech_stack_fit: No data: spotlight has no tech_stack',
        'urgency_match: No data: no linked signal with an urgency score',
      ]);
    },
  );

  kit.it(
    `${RULES}.4`,
    'weights come from the registry; a component that is missing there has 1',
    async () => {
      const tenant = await kit.tenant();
      await configure(kit, tenant, 'SPOTLIGHT_RULE', 'enterprise_icp_weights', { urgency_match: 2 });
      const { signal_id } = await newSignal(kit, tenant, { urgency_score: 1 });
      const { candidate_id } = await newCandidate(kit, tenant, { signal_id });
      const { totalScore, components } = await scoreOf(kit, tenant, candidate_id);
      expect(totalScore).toBe(30);
      expect(components.map(({ weight }) => weight).sort()).toEqual([1, 1, 1, 1, 1, 2]);
    },
  );

  kit.it(
    `${RULES}.10`,
    'a score follows its candidate and its signals, and there is one of each',
    async () => {
      const tenant = await candidateOf({ urgency_score: 0.2 });
      expect((await scoreOf(kit, tenant)).totalScore).toBe(3.6);
      await kit.as(tenant, 'updateSignal', { ...onRecord(tenant, 1), body: { urgency_score: 0.4 } });
      expect((await scoreOf(kit, tenant)).totalScore).toBe(7.2);
      await changeCandidate(kit, tenant, 1, { title: 'T' });
      await kit.as(tenant, 'deleteSignal', onRecord(tenant, 1));
      expect((await scoreOf(kit, tenant)).totalScore).toBe(0);
      const { data } = await kit.inside('workstream', tenant);
      expect(await data.spotlightScores.count({})).toBe(1);
    },
  );
});
