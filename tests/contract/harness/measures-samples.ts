/** One good request for each endpoint of measures. */
import type { CallOptions } from './call';
import { newGoal, newStrategy } from './goals';
import type { Kit, Tenant } from './kit';
import { momentOf, newActual, newLink, newMeasure, newTarget } from './measures';

type Sample = (kit: Kit, tenant: Tenant) => Promise<CallOptions>;

const onMeasure =
  (body?: object): Sample =>
  async (kit, tenant) => {
    const { id } = await newMeasure(kit, tenant);
    return { params: { id }, ...(body ? { body } : {}) };
  };

const onLink =
  (body?: object): Sample =>
  async (kit, tenant) => {
    const { id: linkId } = await newLink(kit, tenant, (await newMeasure(kit, tenant)).id);
    return { params: { linkId }, ...(body ? { body } : {}) };
  };

/** The series of a measure, with the id of a link for the older paths. */
const onSeries =
  (body?: (kit: Kit) => object): Sample =>
  async (kit, tenant) => {
    const { id: measureId } = await newMeasure(kit, tenant);
    const { id: linkId } = await newLink(kit, tenant, measureId);
    return { params: { measureId, linkId }, ...(body ? { body: body(kit) } : {}) };
  };

const onTarget =
  (body?: object): Sample =>
  async (kit, tenant) => {
    const { params = {} } = await onSeries()(kit, tenant);
    const { id: targetId } = await newTarget(kit, tenant, params['measureId'] ?? '');
    return { params: { ...params, targetId }, ...(body ? { body } : {}) };
  };

const onActual =
  (body?: object): Sample =>
  async (kit, tenant) => {
    const { params = {} } = await onSeries()(kit, tenant);
    const { id: actualId } = await newActual(kit, tenant, params['measureId'] ?? '');
    return { params: { ...params, actualId }, ...(body ? { body } : {}) };
  };

export const MEASURE_SAMPLES: Readonly<Record<string, Sample>> = {
  listMeasures: async () => ({}),
  createMeasure: async () => ({ body: { name: 'Customer retention' } }),
  getMeasure: onMeasure(),
  updateMeasure: onMeasure({ name: 'Revenue, counted anew' }),
  updateMeasureValue: onMeasure({ value: 47_500 }),
  deleteMeasure: onMeasure(),
  getMeasureLinkedGoals: onMeasure(),
  listMeasureLinks: async (_kit, { userId }) => ({ query: { personId: userId } }),
  createMeasureLink: async (kit, tenant) => {
    const { id: measureId } = await newMeasure(kit, tenant);
    return { body: { measureId, personId: tenant.userId } };
  },
  getMeasureLink: onLink(),
  updateMeasureLink: onLink({ weight: 0.5 }),
  deleteMeasureLink: onLink(),
  listPersonMeasures: async (_kit, { userId }) => ({ params: { personId: userId } }),
  linkPersonMeasure: async (kit, tenant) => {
    const { id: measureId } = await newMeasure(kit, tenant);
    return { params: { personId: tenant.userId }, body: { measureId } };
  },
  unlinkPersonMeasure: async (kit, tenant) => {
    const { measureId } = await newLink(kit, tenant, (await newMeasure(kit, tenant)).id);
    return { params: { personId: tenant.userId }, body: { measureId } };
  },
  listStrategyMeasures: async (kit, tenant) => {
    const goal = await newGoal(kit, tenant);
    const { id: strategyId } = await newStrategy(kit, tenant, goal.id);
    return { params: { strategyId } };
  },
  listMeasureTargets: onSeries(),
  createMeasureTarget: onSeries(() => ({ targetValue: 50_000, targetDate: '2030-12-31T00:00:00Z' })),
  updateMeasureTarget: onTarget({ targetValue: 60_000 }),
  deleteMeasureTarget: onTarget(),
  listMeasureActuals: onSeries(),
  recordMeasureActual: onSeries((kit) => ({
    actualSubtype: 'Measured',
    actualValue: 48_500,
    measurementDate: momentOf(kit),
  })),
  overrideMeasureActual: onActual({ newValue: 49_000, overrideComment: 'Refunds were missing' }),
  deleteMeasureActual: onActual(),
  getMeasureAllSeries: onSeries(),
};
