/** Which links a list shows. Source: measures.yaml, listMeasureLinks; open, "personId + goalId". */
import { invalid } from '../../../common/errors';
import type { Filter } from '../../common/records';
import type { MeasureLinkFilter } from '../schema.generated';
import type { MeasureLink } from './model';

const IDS = ['measureId', 'personId', 'goalId', 'strategyId'] as const;

/** Throws VALIDATION_ERROR where no id is given. */
export function linkFilter(filter: MeasureLinkFilter): Filter<MeasureLink> {
  const given = Object.fromEntries(IDS.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])));
  if (Object.keys(given).length === 0) {
    throw invalid({ filter: 'At least one filter parameter is required' }, { filter: 'MISSING' });
  }
  return { ...leftOut(filter), ...given };
}

/** A goal shows its own links and not those of its strategies, a person alone those that serve nothing else. */
function leftOut({ measureId, goalId, strategyId, includeAll }: MeasureLinkFilter): Filter<MeasureLink> {
  if (includeAll || strategyId) return {};
  if (goalId) return { strategyId: null };
  return measureId ? {} : { goalId: null, strategyId: null };
}
