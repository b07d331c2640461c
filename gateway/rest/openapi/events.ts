/** The answer of an event stream: text in blocks of lines, with JSON in each. Source: common.yaml (realtime). */
import { getNamedType, isCompositeType } from 'graphql';
import { EVENT_STREAM } from '../../../common/event-stream';
import { fieldsAlong, parseResultPath } from '../answer/picks';
import { fieldPlaces } from '../answer/places';
import { exampleOf } from './examples';
import { type JsonSchema, objectSchema } from './json-schema';
import { type OutputContext, OutputSchemas } from './outputs';

const DESCRIPTION =
  'Server-sent events. `retry: 3000` comes first, then each event as `id`, `event` and `data`, which is JSON on one ' +
  'line (`x-event-data`) and says the name of the event once more as `type`. A block that has only an `id` tells ' +
  'where the stream stands; a line that begins with a colon means nothing. `resync` says that the position of the ' +
  'reader is unknown or too old, or that it was too slow: what it shows should be read anew. The stream ends with ' +
  'the access token; faults before it begins are JSON.';

export interface EventsContent {
  readonly mediaType: string;
  readonly schema: JsonSchema;
  readonly example: string;
}

export function describeEvents(context: OutputContext): EventsContent {
  const data = dataOf(context);
  const [event = ''] = (data.properties?.['type']?.enum ?? []) as readonly string[];
  const text = JSON.stringify(exampleOf(data, {}, context.components));
  return {
    mediaType: EVENT_STREAM,
    schema: { type: 'string', description: DESCRIPTION, 'x-event-data': data },
    example: `retry: 3000\n\nid: 42\nevent: ${event}\ndata: ${text}\n\n`,
  };
}

/** What is sent of all types together: only the name is there for each of them. */
function dataOf(context: OutputContext): JsonSchema {
  const { endpoint, schema, directives } = context;
  const places = fieldPlaces(endpoint, schema);
  const names = places.flatMap(({ field }) => directives.first(field, 'event')?.values.names ?? []);
  const known = names.flatMap(({ as, later }) => (later == null ? [as] : [as, later]));
  const picked = fieldsAlong(endpoint.document, parseResultPath(endpoint.rest.pick?.[0] ?? ''))?.at(-1);
  const type = places.find(({ field }) => field === picked)?.type;
  const named = type && getNamedType(type);
  return objectSchema({
    type: { schema: { type: 'string', enum: [...new Set(known)] }, isRequired: true },
    ...(picked && isCompositeType(named) ? new OutputSchemas(context).properties(picked, named) : {}),
  });
}
