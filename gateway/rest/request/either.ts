/** A variable that the query carries, or the body, or both. Source: workstream.yaml (org_id). */
import { isDeepStrictEqual } from 'node:util';
import { memberReader } from './body';
import { Complaint, IS_REQUIRED } from './complaint';
import { type ParameterPlan, queryReader } from './parameters';
import { Place } from './place';
import { sentParameter } from './query';
import type { Report } from './read';
import type { VariableReader } from './reader';

const DIFFERS = new Complaint('must be the same in query and body');

/** The same variable, once as text of the query and once as a member of the body. */
export function eitherReader(inQuery: ParameterPlan, inBody: ParameterPlan): VariableReader {
  const query = queryReader({ ...inQuery, required: false });
  const body = memberReader({ ...inBody, required: false });
  return {
    name: inQuery.name,
    faults: inQuery.faults,
    read: (incoming, report) => {
      let faults = 0;
      const note: Report = (place, complaint) => {
        faults += 1;
        report(place, complaint);
      };
      const first = query.read(incoming, note);
      const second = body.read(incoming, note);
      if (first !== undefined && second !== undefined && !isDeepStrictEqual(first, second)) {
        report(Place.of(query.spell(incoming, [])), DIFFERS);
      }
      const value = first ?? second;
      if (value === undefined && faults === 0 && inQuery.required) {
        report(Place.of(inQuery.documented), IS_REQUIRED);
      }
      return value;
    },
    spell: (incoming, path) => {
      const isInQuery = sentParameter(incoming.request.query, inQuery.names) !== undefined;
      return (isInQuery ? query : body).spell(incoming, path);
    },
  };
}
