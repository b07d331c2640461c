import { faultsOf } from '../testing/kit';

const NAMED = 'kind @event(names: [{ value: "PUT_IN", as: "in" }])';

const stream = (selection: string, rest = 'pick: ["shelfActivity"]', method = 'GET'): string =>
  `subscription Watch($shelfId: ID!) @rest(method: ${method}, path: "/s/{shelfId}", ${rest}) { shelfActivity(shelfId: $shelfId) { ${selection} } }`;

const moved = (selection: string): string => stream(`... on BookMoved { ${selection} }`);

/** What is wrong, without the place. */
const told = (document: string): string[] =>
  faultsOf(document).map((fault) => fault.replace(/^\S+:\d+:\d+ /, ''));

describe('the document of an event stream', () => {
  it('is taken when each type of which something is sent names its events', () => {
    expect(
      told(stream(`... on BookMoved { ${NAMED} shelfId } ... on ShelfLost { cursor @event(names: []) }`)),
    ).toEqual([]);
  });

  it.each([
    ['names no events', moved('shelfId'), '"BookMoved" has no @event.'],
    [
      'names those of one type only',
      stream(`... on BookMoved { ${NAMED} } ... on ShelfLost { cursor }`),
      '"ShelfLost" has no @event.',
    ],
    ['names one event twice', moved(`${NAMED} movedAt @event(names: [])`), '"BookMoved" has several @event.'],
    [
      'names it deeper than in its data',
      moved(`${NAMED} book { title @event(names: []) }`),
      '"title" does not stand in what is picked.',
    ],
    [
      'names values that there are not',
      moved('kind @event(names: [{ value: "LOST", as: "lost" }])'),
      'The enum "MoveKind" has no value "LOST".',
    ],
    [
      'says what only other answers have',
      moved(`${NAMED} movedAt @toHeader(name: "X-Moved")`),
      '"movedAt": an event stream has no @toHeader.',
    ],
    [
      'picks nothing',
      stream(`... on BookMoved { ${NAMED} }`, 'spelling: CAMEL'),
      'An event stream picks one path.',
    ],
    [
      'has a status',
      stream(`... on BookMoved { ${NAMED} }`, 'pick: ["shelfActivity"], status: 201'),
      'An event stream has no status of its own.',
    ],
    [
      'has an envelope',
      stream(`... on BookMoved { ${NAMED} }`, 'pick: ["shelfActivity"], envelope: NONE'),
      'An event stream has no envelope of its own.',
    ],
    [
      'answers another method',
      stream(`... on BookMoved { ${NAMED} }`, undefined, 'DELETE'),
      '"Watch" is a subscription: it answers GET, not DELETE.',
    ],
  ])('is refused when it %s', (_case, document, fault) => {
    expect(told(document)).toContain(fault);
  });

  it('is shown with the place of its fault', () => {
    const document = moved(
      'kind @event(names: [{ value: "PUT_IN", as: "in" }, { value: "LOST", as: "lost" }])',
    );
    const column = document.indexOf('{ value: "LOST"') + 1;
    expect(faultsOf(document)).toEqual([
      `rest/shop/books.graphql:1:${column} The enum "MoveKind" has no value "LOST".`,
    ]);
  });
});

it.each([
  ['@event', 'id @event(names: [])', '"id": an answer that is no event stream has no @event.'],
  ['@orSkip', 'id @orSkip', '"id": an answer that is no event stream has no @orSkip.'],
])('%s stands in event streams only', (_name, selection, fault) => {
  expect(told(`query Get @rest(method: GET, path: "/b") { book(id: 1) { ${selection} } }`)).toEqual([fault]);
});

it('the path may hold the tenant where the document says so, and is refused where not', () => {
  const endpoint = (more: string): string =>
    `subscription Watch @rest(method: GET, path: "/tenants/{tenantId}", pick: ["shelfActivity"]) ${more}
     { shelfActivity(shelfId: 1) { ... on BookMoved { ${NAMED} } } }`;
  expect(told(endpoint('@identity(token: ["t"], tenant: ["tenantId"])'))).toEqual([]);
  expect(told(endpoint('@identity(token: ["t"], tenant: ["tenant"])'))).toEqual([
    'The path parameter {tenantId} is neither a variable nor a member of $body.',
  ]);
});
