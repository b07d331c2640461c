/** Variables that come as text: from the path, the query or a header. */
import type { Constraint } from '../../../common/constraints';
import type { FaultDirective } from '../documents/directives';
import { Complaint, IS_REQUIRED } from './complaint';
import { Place } from './place';
import { type SentParameter, itemsOf, sentParameter } from './query';
import { readDemanded, type Report } from './read';
import type { Incoming, VariableReader } from './reader';
import type { Shape } from './shapes';

export interface ParameterPlan {
  readonly name: string;
  readonly required: boolean;
  readonly constraints: readonly Constraint[];
  readonly faults: readonly FaultDirective[];
  /** Under which callers send it, in the order in which they are looked for. */
  readonly names: readonly string[];
  /** The name in faults of what was not sent. */
  readonly documented: string;
  readonly shape: Shape;
}

type Find = (incoming: Incoming) => SentParameter | undefined;

export const queryReader = (plan: ParameterPlan): VariableReader =>
  parameterReader(plan, ({ request }) => sentParameter(request.query, plan.names));

export const pathReader = (plan: ParameterPlan): VariableReader =>
  parameterReader(plan, ({ request }) => single(plan.name, request.params[plan.name]));

/** A header that is not required and makes no sense counts as not sent: no client learns of headers from its users. */
export function headerReader(plan: ParameterPlan, header: string): VariableReader {
  const reader = parameterReader({ ...plan, documented: header }, ({ request }) => {
    const value = request.headers[header.toLowerCase()];
    return single(header, typeof value === 'string' ? value : value?.[0]);
  });
  if (plan.required) return reader;
  return { ...reader, read: (incoming) => reader.read(incoming, ignore) };
}

/** What comes in both ways is what the header says. */
export function headerOrQueryReader(plan: ParameterPlan, header: string): VariableReader {
  const [inHeader, inQuery] = [headerReader({ ...plan, required: false }, header), queryReader(plan)];
  return {
    ...inQuery,
    read: (incoming, report) => inHeader.read(incoming, report) ?? inQuery.read(incoming, report),
  };
}

const ignore: Report = () => undefined;

const single = (name: string, text: string | undefined): SentParameter | undefined =>
  text === undefined || text === '' ? undefined : { name, texts: [text] };

function parameterReader(plan: ParameterPlan, find: Find): VariableReader {
  return {
    name: plan.name,
    faults: plan.faults,
    read: (incoming, report) => {
      const sent = find(incoming);
      if (sent) return readTexts(plan.shape, plan.constraints, sent, report);
      if (plan.required) report(Place.of(plan.documented), IS_REQUIRED);
      return undefined;
    },
    spell: (incoming, path) => [find(incoming)?.name ?? plan.documented, ...path].join('.'),
  };
}

const NOT_SINGLE = new Complaint('must be given once');

/** The value of a parameter: all of its texts for a list, else the one that there must be. */
export function readTexts(
  shape: Shape,
  constraints: readonly Constraint[],
  sent: SentParameter,
  report: Report,
  place = Place.of(sent.name),
): unknown {
  if (shape.kind === 'list') return readDemanded(shape, constraints, itemsOf(sent), place, report);
  const [text, second] = sent.texts;
  if (second === undefined) return readDemanded(shape, constraints, text, place, report);
  report(place, NOT_SINGLE);
  return undefined;
}
