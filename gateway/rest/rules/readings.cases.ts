import { faultsOf, SERVICE } from '../testing/kit';

/** What is wrong with directives of $body. */
const found = (directives: string): readonly string[] =>
  messages(`mutation Add($body: AddBookInput! ${directives})
    @rest(method: POST, path: "/books") { addBook(input: $body) { book { id } } }`);

const messages = (document: string): readonly string[] =>
  faultsOf(document).map((fault) => fault.slice(fault.indexOf(' ') + 1));

describe('members that directives speak of', () => {
  it('exist', () => {
    expect(
      found(`@memberAlias(member: "a", names: ["x"]) @fault(of: ["title", "publisher.b"], text: "x") @textAs(of: "c", member: "x")
        @nulls(pass: ["weight", "d"], refuse: ["e"]) @asList(member: "f") @form(as: FLAG, member: "copyOrders.g")`),
    ).toEqual(
      ['a', 'publisher.b', 'c', 'd', 'e', 'f', 'copyOrders.g'].map(
        (name) => `$body has no member "${name}".`,
      ),
    );
  });

  it('are told where they stand', () => {
    const document =
      'mutation Add($body: AddBookInput! @nulls(pass: ["weight", "nothing"])) @rest(method: POST, path: "/a") { addBook(input: $body) { book { id } } }';
    expect(faultsOf(document)).toEqual(['rest/shop/books.graphql:1:59 $body has no member "nothing".']);
  });
});

describe('@fault', () => {
  it('says something, with codes and statuses that exist', () => {
    expect(found('@fault(kinds: [FORM]) @fault(code: "OUCH") ')).toEqual([
      'The @fault says nothing.',
      'There is no error code "OUCH".',
    ]);
    expect(found('@fault(text: "x", status: 200)')).toEqual(['200 is no status of a refused request.']);
  });

  it('stands behind no other that takes every fault', () => {
    expect(found('@fault(text: "x") @fault(of: ["title"], text: "y")')).toEqual([
      'The @fault before takes every fault.',
    ]);
  });
});

describe('@nulls', () => {
  it('passes null where the graph takes it, and does not refuse it there, too', () => {
    expect(found('@nulls(pass: ["title", "weight"], refuse: ["weight"])')).toEqual([
      '"title" of $body cannot pass null: the graph takes none there.',
      '"weight" cannot pass null and refuse it.',
    ]);
  });
});

describe('@textAs', () => {
  it('fills a text of an object that needs nothing else', () => {
    expect(
      found(`@textAs(of: "title", member: "x") @textAs(of: "authors", member: "x")
        @textAs(of: "copyOrders", member: "copyId") @textAs(of: "publisher", member: "parent")`),
    ).toEqual([
      '"title" takes no object.',
      '"authors" has no member "x".',
      'A text cannot fill "copyOrders": "newOrder" is required.',
      '"parent" takes no text.',
    ]);
    expect(found('@textAs(of: "authors", member: "fullName")')).toEqual([]);
  });
});

describe('@asList', () => {
  it('names a list of the whole body', () => {
    expect(found('@asList(member: "publisher")')).toEqual(['"publisher" is no list of the body.']);
    expect(
      messages(`mutation Add($title: String!, $maker: PublisherInput @asList(member: "parent")) @rest(method: POST, path: "/a") {
        addBook(input: { title: $title, publisher: $maker }) { book { id } } }`),
    ).toEqual(['@asList stands on the whole body.']);
  });
});

describe('@orBody', () => {
  it('stands on a variable of the query, where there is a body', () => {
    expect(
      messages('query A($day: String @orBody) @rest(method: GET, path: "/a") { openingHours(day: $day) }'),
    ).toEqual(['@orBody: a GET has no body.']);
    expect(
      messages(`mutation A($id: ID! @orBody @header(name: "X")) @rest(method: POST, path: "/a") {
        removeBook(input: { id: $id }) { removedId } }`),
    ).toEqual(['@orBody: $id does not come from the query.']);
  });
});

describe('@raw', () => {
  it('is a text, and the only thing that comes from the body', () => {
    expect(
      messages(`mutation A($id: ID! @raw, $note: String) @rest(method: POST, path: "/a") {
        changeBook(input: { id: $id, shelfId: "s", note: $note }) { book { id } } }`),
    ).toEqual([
      '$id is the body as it came: a String.',
      '$note cannot come from the body: $id is the body as it came.',
    ]);
    expect(
      messages('query A($day: String @raw) @rest(method: GET, path: "/a") { openingHours(day: $day) }'),
    ).toEqual(['$day has no source: a GET has no body.']);
  });
});

describe('@form', () => {
  it('fits the type of the graph', () => {
    expect(
      found('@form(as: DAY_END, member: "weight") @form(as: LEVEL, member: "weight") @form(as: FLAG)'),
    ).toEqual([
      'DAY_END is a form of DateTime, not of Float.',
      'FLAG is a form of Boolean, not of AddBookInput.',
    ]);
  });
});

describe('@spelled', () => {
  it('reads texts, and by its table alone', () => {
    expect(
      found(`@spelled(member: "weight", values: []) @spelled(member: "nothing", values: [])
        @spelled(member: "title", values: [], otherwise: "x")`),
    ).toEqual([
      'A table is for texts, not for Float.',
      '$body has no member "nothing".',
      'Requests are read by the table alone.',
    ]);
    expect(
      messages(
        `query A @rest(method: GET, path: "/a") { book(id: 1) { title @spelled(member: "x", values: []) } }`,
      ),
    ).toEqual(['Members are those of variables.']);
  });
});

describe('@needs', () => {
  it('asks for variables that there are and that may be absent', () => {
    expect(
      messages(`mutation A($title: String!, $note: String) @rest(method: POST, path: "/a")
        @needs(variables: ["title", "nothing"], unless: "note") {
          addBook(input: { title: $title, kind: NOVEL }) { book { id } } signIn(input: { email: $note }) { session { accessToken } } }`),
    ).toEqual(expect.arrayContaining(['$title is required anyway.', 'There is no variable $nothing.']));
  });
});

describe('@enumSpelling', () => {
  it('accepts a text for one value only', () => {
    const service = `${SERVICE} @enumSpelling(of: "BookKind", ignoreCase: true, values: [
      { value: "NOVEL", as: "roman", accept: ["Short_Story", "tale"] }
      { value: "SHORT_STORY", as: "short_story", accept: ["tale"] }])`;
    expect(faultsOf({ 'shop/service.graphql': service }).map((fault) => fault.replace(/^\S+ /, ''))).toEqual([
      '"Short_Story" is read as SHORT_STORY.',
      '"tale" is read as NOVEL.',
    ]);
  });
});
