/** Somebody who links measures: rows to begin with, and every operation of links by a short name. */
import type { Viewer } from '../../../../common/viewer';
import type { LoggedChange } from '../../../common/changes';
import type { SubgraphAnswer } from '../../../common/subgraph';
import { dataOf } from '../../../common/testing/start-subgraph';
import type { GoalRow } from '../../goals/model';
import type { Measure, MeasureRow } from '../../measures/model';
import type { StrategyRow } from '../../strategies/model';
import { measureOf } from '../../testing/rows';
import type { Caller, TestTraction } from '../../testing/start-traction';

export interface LinkJson {
  readonly id: string;
  readonly kind: string;
  readonly measure: { readonly id: string; readonly name: string; readonly ownerId: string };
  readonly personId: string;
  readonly goalId: string | null;
  readonly strategyId: string | null;
  readonly isPrimary: boolean;
  readonly thresholdPct: number;
  readonly riskThresholdPct: number;
  readonly weight: number;
  readonly order: number;
}

const LINK = `id kind measure { id name ownerId } personId goalId strategyId isPrimary
  thresholdPct riskThresholdPct weight order`;

/** What each mutation answers. */
const PAYLOADS = {
  linkMeasure: `link { ${LINK} }`,
  linkMeasureToGoal: `link { ${LINK} }`,
  updateMeasureLink: `link { ${LINK} }`,
  setMeasureThreshold: `link { ${LINK} }`,
  deleteMeasureLink: 'deletedId warning',
  unlinkMeasureFromPerson: 'deletedId warning',
  unlinkMeasureFromGoal: `goal { id } measure { id } newPrimary { ${LINK} } remainingCount`,
  setPrimaryMeasure: `link { ${LINK} } previousPrimaryMeasureId`,
} as const;

export type LinkMutation = keyof typeof PAYLOADS;

export const MUTATIONS = Object.keys(PAYLOADS) as LinkMutation[];

export const mutationOf = (name: LinkMutation): string =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${PAYLOADS[name]} } }`;

export const LINKS = `query ($filter: MeasureLinkFilter!) { measureLinks(filter: $filter) { ${LINK} } }`;

export class Desk {
  readonly caller: Caller;

  constructor(
    readonly traction: TestTraction,
    viewer?: Partial<Viewer>,
  ) {
    this.caller = traction.caller(viewer);
  }

  try(name: LinkMutation, input: object): Promise<SubgraphAnswer> {
    return this.caller.ask(mutationOf(name), { input });
  }

  async do<T>(name: LinkMutation, input: object): Promise<T> {
    return dataOf<Record<LinkMutation, T>>(await this.try(name, input))[name];
  }

  /** Links, and answers the link. */
  async link(input: object): Promise<LinkJson> {
    return (await this.do<{ link: LinkJson }>('linkMeasure', { personId: 'ada', ...input })).link;
  }

  async links(filter: object): Promise<readonly LinkJson[]> {
    return (await this.caller.read<{ measureLinks: LinkJson[] }>(LINKS, { filter })).measureLinks;
  }

  /** All links of the tenant. */
  async everyLink(): Promise<readonly LinkJson[]> {
    const { data } = await this.caller.context();
    const measures = await data.measures.find({});
    return (await Promise.all(measures.map(({ id }) => this.links({ measureId: id })))).flat();
  }

  /** What the log holds, oldest first. */
  async log(): Promise<readonly LoggedChange[]> {
    const { data } = await this.caller.context();
    return data.changes.find({}, { sort: { seq: 1 } });
  }

  async measure(members: Partial<Measure> = {}): Promise<MeasureRow> {
    return (await this.caller.context()).data.measures.insert(measureOf(members));
  }

  async goal(title = 'Grow revenue'): Promise<GoalRow> {
    return (await this.caller.context()).data.goals.insert({
      title,
      intent: '',
      description: '',
      status: 'ACTIVE',
      ownerId: 'owner',
      horizon: null,
      valueTags: [],
      metadata: null,
      completedAt: null,
    });
  }

  async strategy(goalId: string): Promise<StrategyRow> {
    return (await this.caller.context()).data.strategies.insert({
      goalId,
      description: 'Run a campaign',
      order: 1,
      aiGenerated: false,
      status: 'DRAFT',
      validationScore: null,
      validationFeedback: null,
    });
  }
}
