/**
 * An organisation's configuration at a moment, read by those who go by it. It begins with the documented defaults,
 * written when it is first needed. Source: workstream.yaml, configRegistry.
 */
import type { WorkstreamWork } from '../context';
import { nextNumber } from '../numbers';
import {
  CANDIDATE_TRANSITIONS,
  DEFAULT_SETTINGS,
  DEFAULTS_EFFECTIVE_FROM,
  PINK_TO_RED_REQUIREMENTS,
  SPOTLIGHT_WEIGHTS,
  type TransitionTable,
} from './defaults';
import { inForce } from './in-force';
import type { ConfigEntry } from './model';

/** What a gate asks for, and where that is written. */
export interface Requirements {
  readonly gate: GateKey;
  readonly items: readonly string[];
  readonly source: 'config_registry' | 'default';
}

export type GateKey = 'pink_to_red_requirements' | 'promote_requirements';

export class Registry {
  constructor(
    private readonly entries: readonly ConfigEntry[],
    private readonly now: Date,
  ) {}

  /** Which status of a candidate may follow which. */
  candidateTransitions(): TransitionTable {
    const key = 'candidate_transitions';
    const entry = inForce(this.entries, this.now, ['STATE_MACHINE', key], ['GATE_RULE', key]);
    return (entry?.value as TransitionTable | undefined) ?? CANDIDATE_TRANSITIONS;
  }

  /** What a pursuit must meet to enter red. */
  pinkToRed(): Requirements {
    const gate = 'pink_to_red_requirements';
    return this.requirements(gate) ?? { gate, items: PINK_TO_RED_REQUIREMENTS, source: 'default' };
  }

  /** What a candidate must meet to be promoted; undefined where nothing is configured, for then the gate is open. */
  promotion(): Requirements | undefined {
    return this.requirements('promote_requirements');
  }

  /** Name of a component of scores → its weight. */
  spotlightWeights(): Readonly<Record<string, number>> {
    const entry = inForce(this.entries, this.now, ['SPOTLIGHT_RULE', 'enterprise_icp_weights']);
    return (entry?.value as Record<string, number> | undefined) ?? SPOTLIGHT_WEIGHTS;
  }

  private requirements(gate: GateKey): Requirements | undefined {
    const entry = inForce(this.entries, this.now, ['GATE_RULE', gate]);
    return entry && { gate, items: entry.value as readonly string[], source: 'config_registry' };
  }
}

/** The registry of an organisation within a write. */
export async function registryOf(work: WorkstreamWork, orgId: number, now: Date): Promise<Registry> {
  const entries = await work.data.configEntries.find({});
  return new Registry(entries.length > 0 ? entries : await begin(work, orgId), now);
}

async function begin({ data }: WorkstreamWork, orgId: number): Promise<readonly ConfigEntry[]> {
  const entries: ConfigEntry[] = [];
  for (const setting of DEFAULT_SETTINGS) {
    const number = await nextNumber(data.numbers, orgId, 'configEntries');
    const entry = { ...setting, effectiveFrom: DEFAULTS_EFFECTIVE_FROM, effectiveTo: null };
    entries.push(await data.configEntries.insert({ orgId, number, ...entry }));
  }
  return entries;
}
