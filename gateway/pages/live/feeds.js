/**
 * What the page watches: one feed for each service. `topics` says under which topic of the filter a kind stands, and
 * `otherwise` where those stand that came later than this page; `about` reads what an event happened to.
 */
const EVENT = 'cursor kind description createdBy createdAt';

const PIPELINE = 'Pipeline';

/** What an event of Traction happened to: the goal that it is told of, else what belongs to none. */
function subjectOf({ kind, goalId, goal, action, measure }) {
  const gone = kind.endsWith('_DELETED') ? 'deleted' : 'deleted since';
  if (goalId) return ['Goal', goal?.title ?? gone];
  return kind.startsWith('ACTION_') ? ['Action', action?.title ?? gone] : ['Measure', measure?.name ?? gone];
}

/** What it says: words of people, else what they are about. */
const textOf = ({ words, goalId, action, measure, strategy }) =>
  words?.text ?? (goalId ? (action?.title ?? measure?.name) : undefined) ?? strategy?.description;

export const FEEDS = [
  {
    service: 'Traction',
    position: 'tractionPosition',
    field: 'tenantActivity',
    selection: `... on ActivityEvent {
      ${EVENT} author { name } goalId goal { title } strategy { description } entry { title url }
      action { title } measure { name } words { text }
    }`,
    topics: {
      STRATEGY_ADDED: 'strategies',
      STRATEGY_UPDATED: 'strategies',
      STRATEGY_DELETED: 'strategies',
      ACTIVITY_CREATED: 'notes',
      DECISION_CREATED: 'decisions',
      ATTACHMENT_CREATED: 'attachments',
      ACTION_CREATED: 'actions',
      ACTION_UPDATED: 'actions',
      ACTION_DELETED: 'actions',
      MEASURE_CREATED: 'measures',
      MEASURE_UPDATED: 'measures',
      MEASURE_DELETED: 'measures',
      MEASURE_LINKED: 'measures',
      MEASURE_UNLINKED: 'measures',
      MEASURE_VALUE_RECORDED: 'measures',
      PLAN_CHANGED: 'measures',
      ALERT_RAISED: 'measures',
      ALERT_ACKNOWLEDGED: 'measures',
    },
    otherwise: 'goals',
    about: (event) => ({
      subject: subjectOf(event),
      title: event.entry?.title,
      text: textOf(event),
      url: event.entry?.url,
    }),
  },
  {
    service: 'Coaching',
    position: 'coachingPosition',
    field: 'coachingActivity',
    selection: `... on CoachingEvent { ${EVENT} author { name } goal { title } }`,
    topics: {},
    otherwise: 'alignment',
    about: ({ goal }) => ({ subject: ['Goal', goal?.title ?? 'deleted since'] }),
  },
  {
    service: 'Workstream',
    position: 'workstreamPosition',
    field: 'workstreamActivity',
    selection: `... on PipelineEvent {
      ${EVENT}
      signal { number sourceType snippet }
      candidate { number title }
      pursuit { number candidate { title } }
    }`,
    topics: {},
    otherwise: 'pipeline',
    about: ({ signal, candidate, pursuit }) => {
      if (signal)
        return { subject: ['Signal', `${signal.number}, by ${signal.sourceType}`], text: signal.snippet };
      const title = candidate?.title ?? pursuit?.candidate.title;
      const number = candidate?.number ?? pursuit?.number;
      if (number === undefined) return { subject: [PIPELINE, 'deleted since'] };
      return { subject: [candidate ? 'Candidate' : 'Pursuit', title ?? String(number)] };
    },
  },
  {
    service: 'Account',
    position: 'accountPosition',
    field: 'accountActivity',
    selection: `... on AccountEvent { ${EVENT} author { name } user { name } }`,
    topics: {},
    otherwise: 'people',
    about: ({ user }) => ({ subject: ['Person', user?.name ?? 'no longer there'] }),
  },
];

export const positionQuery = ({ position }) => `query Position { position: ${position} }`;

export const subscription = ({ field, selection }) => `subscription Live($after: ID) {
  event: ${field}(after: $after) { __typename cursor ${selection} }
}`;

/** An event as the timeline shows it. */
export function activityOf(feed, event) {
  const { kind, cursor, description, createdBy, createdAt, author } = event;
  return {
    service: feed.service,
    topic: feed.topics[kind] ?? feed.otherwise,
    cursor: Number(cursor),
    description,
    at: createdAt,
    author: { id: createdBy, name: author?.name },
    ...feed.about(event),
  };
}
