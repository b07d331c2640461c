/** What happens in the pipeline, told live. Source: workstream.yaml, events. */
import type { Told } from '../../common/live/log-reader';
import { createdBy, cursor, type Kinds, kindsOf, liveEvents, wordFor } from '../../common/live/resolvers';
import type { PipelineEventKind, Resolvers } from '../schema.generated';

const KINDS = {
  'signal.created': 'SIGNAL_CREATED',
  'signal.updated': 'SIGNAL_UPDATED',
  'signal.deleted': 'SIGNAL_DELETED',
  'candidate.created': 'CANDIDATE_CREATED',
  'candidate.updated': 'CANDIDATE_UPDATED',
  'candidate.promoted': 'CANDIDATE_PROMOTED',
  'candidate.deleted': 'CANDIDATE_DELETED',
  'candidate.checklist.updated': 'CANDIDATE_CHECKLIST_UPDATED',
  'pursuit.created': 'PURSUIT_CREATED',
} as const satisfies Kinds<PipelineEventKind>;

export const liveResolvers = {
  ...liveEvents('PipelineEvent'),
  Query: { workstreamPosition: (_root, _args, context) => context.logPosition() },
  Subscription: {
    workstreamActivity: {
      subscribe: (_root, { after, kinds }, context) =>
        context.follow({ after, kinds: kindsOf(KINDS, kinds) }),
      resolve: (told: Told) => told,
    },
  },
  PipelineEvent: {
    cursor,
    kind: (row) => wordFor(KINDS, row),
    signal: ({ subject }, _args, { data }) =>
      subject.type === 'signal' ? data.signals.load(subject.id) : null,
    candidate: ({ subject }, _args, { data }) =>
      subject.type === 'candidate' ? data.candidates.load(subject.id) : null,
    pursuit: ({ subject }, _args, { data }) =>
      subject.type === 'pursuit' ? data.pursuits.load(subject.id) : null,
    createdBy,
  },
} satisfies Resolvers;
