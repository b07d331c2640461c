import { DocumentFaults } from './faults';
import { compile, faultsOf, SERVICE } from './testing/kit';

const one = (text: string): string => {
  const faults = faultsOf(text);
  expect(faults).toHaveLength(1);
  return faults[0] ?? '';
};

const ADD = 'mutation Add($body: AddBookInput!) @rest(method: POST, path: "/books"';

describe('faults of documents', () => {
  it('show file, line, column, the line itself and a caret, all of them together', () => {
    const text = [
      'query Get($id: ID!) @rest(method: GET, path: "/books/{id}", pick: ["buch"]) {',
      '  book(id: $id) {',
      '    titel',
      '  }',
      '}',
    ].join('\n');

    expect(() => compile(text)).toThrow(DocumentFaults);
    expect(() => compile(text)).toThrow(
      [
        '2 faults in the REST documents:',
        '',
        'rest/shop/books.graphql:1:68 "buch" is not in the selection.',
        '1 | query Get($id: ID!) @rest(method: GET, path: "/books/{id}", pick: ["buch"]) {',
        '  |                                                                    ^',
        '',
        'rest/shop/books.graphql:3:5 Cannot query field "titel" on type "Book". Did you mean "title"?',
        '3 |     titel',
        '  |     ^',
      ].join('\n'),
    );
  });

  it('in a shared fragment are told once, where the fragment is', () => {
    const faults = faultsOf({
      'shop/a.graphql': 'query A @rest(method: GET, path: "/a") { book(id: 1) { ...Json } }',
      'shop/b.graphql': 'query B @rest(method: GET, path: "/b") { book(id: 2) { ...Json } }',
      'shop/json.graphql': 'fragment Json on Book { qqq }',
    });
    expect(faults).toEqual(['rest/shop/json.graphql:1:25 Cannot query field "qqq" on type "Book".']);
  });

  it('of syntax do not hide those of other files', () => {
    const faults = faultsOf({
      'shop/a.graphql': 'query A @rest(method: GET, path: "/a") {',
      'shop/b.graphql': 'query B @rest(method: GET, path: "/b") { nothing }',
    });
    expect(faults).toEqual([
      'rest/shop/a.graphql:1:41 Syntax Error: Expected Name, found <EOF>.',
      'rest/shop/b.graphql:1:42 Cannot query field "nothing" on type "Query".',
    ]);
  });

  it('of directives come from the vocabulary', () => {
    expect(one('query A @rest(method: WXYZ, path: "/a") { openingHours }')).toBe(
      'rest/shop/books.graphql:1:23 Value "WXYZ" does not exist in "RestMethod" enum.',
    );
  });
});

describe('a service folder', () => {
  it('has one @service', () => {
    expect(faultsOf({ 'shop/service.graphql': 'extend schema @onError(code: "FORBIDDEN")' })).toEqual([
      'rest/shop/service.graphql:1:1 No "extend schema @service(...)".',
    ]);
    expect(faultsOf({ 'shop/more.graphql': SERVICE })).toEqual([
      'rest/shop/more.graphql:1:15 The directive "@service" can only be used once at this location.',
    ]);
  });

  it('declares what the vocabulary knows', () => {
    expect(faultsOf({ 'shop/service.graphql': 'extend schema @service(name: "shop") @nothing' })).toEqual([
      'rest/shop/service.graphql:1:15 Directive "@service" argument "basePath" of type "String!" is required, but it was not provided.',
      'rest/shop/service.graphql:1:38 Unknown directive "@nothing".',
    ]);
  });

  it('holds no types', () => {
    expect(one('type Book { id: ID }')).toBe(
      'rest/shop/books.graphql:1:1 A folder of endpoints holds operations, fragments and one "extend schema".',
    );
  });

  it('names only codes and enum values that exist', () => {
    const service = `${SERVICE} @onError(code: "OUCH", as: "OH") @enumSpelling(of: "Kind") @enumSpelling(of: "BookKind", values: [{ value: "POEM", as: "p" }])`;
    expect(faultsOf({ 'shop/service.graphql': service })).toEqual([
      'rest/shop/service.graphql:1:97 There is no error code "OUCH".',
      'rest/shop/service.graphql:1:109 There is no error code "OH".',
      'rest/shop/service.graphql:1:133 There is no enum "Kind".',
      'rest/shop/service.graphql:1:180 The enum "BookKind" has no value "POEM".',
    ]);
  });
});

describe('an operation', () => {
  it('has a name of its own and @rest', () => {
    expect(one('query @rest(method: GET, path: "/a") { openingHours }')).toBe(
      'rest/shop/books.graphql:1:1 The operation has no name.',
    );
    expect(one('query A { openingHours }')).toBe(
      'rest/shop/books.graphql:1:1 The operation "A" has no @rest.',
    );
    expect(
      one(
        'query A @rest(method: GET, path: "/a") { openingHours }\nquery A @rest(method: GET, path: "/b") { openingHours }',
      ),
    ).toBe('rest/shop/books.graphql:2:1 The operation name "A" is taken.');
  });

  it('has a method that fits its kind', () => {
    expect(one('query A @rest(method: PUT, path: "/a") { openingHours }')).toBe(
      'rest/shop/books.graphql:1:23 "A" is a query: it answers GET or POST, not PUT.',
    );
    expect(
      one(
        'mutation A($id: ID!) @rest(method: GET, path: "/a/{id}") { removeBook(input: { id: $id }) { removedId } }',
      ),
    ).toBe('rest/shop/books.graphql:1:36 "A" is a mutation: it cannot answer GET.');
  });

  it('answers a route that no other answers, whatever its parameters are called', () => {
    const faults = faultsOf(
      [
        'query A($a: ID!) @rest(method: GET, path: "/books/{a}") { book(id: $a) { id } }',
        'query B($b: ID!) @rest(method: GET, path: "/book/{b}", aliases: ["/books/{b}"]) { book(id: $b) { id } }',
      ].join('\n'),
    );
    expect(faults).toEqual(['rest/shop/books.graphql:2:66 GET /books/{b} is taken by "A".']);
  });

  it('uses all fragments of its folder, each with a name of its own', () => {
    expect(one('fragment Json on Book { id }')).toBe(
      'rest/shop/books.graphql:1:1 The fragment "Json" is not used.',
    );
    expect(
      one(
        'query A @rest(method: GET, path: "/a") { book(id: 1) { ...J } }\nfragment J on Book { id }\nfragment J on Book { id }',
      ),
    ).toBe('rest/shop/books.graphql:3:1 The fragment name "J" is taken.');
  });
});

describe('a path', () => {
  it('is well formed', () => {
    expect(one('query A @rest(method: GET, path: "a/{b") { openingHours }')).toBe(
      'rest/shop/books.graphql:1:34 "a/{b" is not a path such as "/goals/{id}:activate".',
    );
  });

  it('has parameters that go somewhere', () => {
    expect(one('query A @rest(method: GET, path: "/a/{id}") { openingHours }')).toBe(
      'rest/shop/books.graphql:1:34 The path parameter {id} is neither a variable nor a member of $body.',
    );
    expect(
      one(`${ADD.replace('/books', '/books/{shelf}')}) { addBook(input: $body) { book { id } } }`),
    ).toContain('The path parameter {shelf} is neither a variable nor a member of $body.');
  });

  it('may lack a parameter that may be absent, and no other', () => {
    const list = (type: string): string =>
      `query A($title: ${type}) @rest(method: GET, path: "/a/{title}", aliases: ["/b"]) { books(filter: { title: $title }) { totalCount } }`;
    expect(faultsOf(list('String'))).toEqual([]);
    expect(one(list('String!'))).toBe(
      'rest/shop/books.graphql:1:9 $title must be nullable: "/b" does not have it.',
    );
  });

  it('has parameters that go somewhere in aliases, too', () => {
    expect(one('query A @rest(method: GET, path: "/a", aliases: ["/a/{x}"]) { openingHours }')).toContain(
      'The path parameter {x} is neither a variable nor a member of $body.',
    );
  });

  it('alone can be agreed with', () => {
    expect(one(`${ADD}, agree: ["shelfId"]) { addBook(input: $body) { book { id } } }`)).toBe(
      'rest/shop/books.graphql:1:80 "shelfId" is not a parameter of the path.',
    );
  });
});

describe('a variable', () => {
  it('has a source', () => {
    expect(
      one(
        'query A($filter: BookFilter) @rest(method: GET, path: "/a") { books(filter: $filter) { totalCount } }',
      ),
    ).toBe('rest/shop/books.graphql:1:9 $filter has no source: an object cannot come from the query.');
    expect(
      one(
        'query A($body: BookFilter) @rest(method: GET, path: "/a") { books(filter: $body) { totalCount } }',
      ),
    ).toBe('rest/shop/books.graphql:1:9 $body has no source: a GET has no body.');
    expect(
      one(
        'mutation A($body: ID!) @rest(method: POST, path: "/a") { removeBook(input: { id: $body }) { removedId } }',
      ),
    ).toBe('rest/shop/books.graphql:1:12 $body is the whole body and must be an input object.');
  });

  it('has only members that its type has', () => {
    const text = ADD.replace('!)', '! @memberAlias(member: "nothing", names: ["x"]))');
    expect(one(`${text}) { addBook(input: $body) { book { id } } }`)).toBe(
      'rest/shop/books.graphql:1:56 $body has no member "nothing".',
    );
  });

  it('with @sortExpression is an input of the form { by, descending }', () => {
    expect(
      one(
        'query A($sort: BookFilter @sortExpression) @rest(method: GET, path: "/a") { books(filter: $sort) { totalCount } }',
      ),
    ).toBe(
      'rest/shop/books.graphql:1:9 @sortExpression needs an input of the form { by, descending }; $sort is none.',
    );
  });
});

describe('an answer', () => {
  it('lies at a path that is selected and keeps its names', () => {
    expect(one(`${ADD}, pick: ["addBook.buch"]) { addBook(input: $body) { book { id } } }`)).toBe(
      'rest/shop/books.graphql:1:79 "addBook.buch" is not in the selection.',
    );
    expect(one(`${ADD}, pick: ["addBook.book"]) { addBook(input: $body) { book @hoist { id } } }`)).toBe(
      'rest/shop/books.graphql:1:79 "addBook.book" leads through a field with @hoist or @pluck.',
    );
  });

  it('in pages has the variables and the total of pages', () => {
    expect(
      faultsOf(
        'query A($first: Int) @rest(method: GET, path: "/a") @paged(total: "books.total") { books(first: $first) { totalCount } }',
      ),
    ).toEqual([
      'rest/shop/books.graphql:1:53 @paged needs the variable $offset.',
      'rest/shop/books.graphql:1:67 "books.total" is not in the selection.',
    ]);
    expect(
      one(
        'query A($first: Int! $offset: Int) @rest(method: GET, path: "/a") @paged(total: "books.totalCount") { books(first: $first offset: $offset) { totalCount } }',
      ),
    ).toBe('rest/shop/books.graphql:1:9 @paged fills $first: it must be an Int that may be null.');
  });

  it('plucks members that are selected', () => {
    expect(
      one(
        'query A @rest(method: GET, path: "/a") { book(id: 1) { lentCopies @pluck(member: "name") { ownerName } } }',
      ),
    ).toBe('rest/shop/books.graphql:1:56 Field "lentCopies" has no member "name" to pluck.');
  });

  it('has @orElse on fields of the root that keep their names, with known codes', () => {
    const rest = '@rest(method: GET, path: "/a")';
    expect(one(`query A ${rest} { book(id: 1) { publisher @orElse(code: "FORBIDDEN") { fullName } } }`)).toBe(
      'rest/shop/books.graphql:1:66 @orElse stands on a field of the root, not on "publisher".',
    );
    expect(one(`query A ${rest} { book(id: 1) @hoist @orElse(code: "FORBIDDEN") { id } }`)).toBe(
      'rest/shop/books.graphql:1:61 "book" cannot have both @orElse and @hoist.',
    );
    expect(one(`query A ${rest} { book(id: 1) @orElse(code: "GONE") { id } }`)).toBe(
      'rest/shop/books.graphql:1:68 There is no error code "GONE".',
    );
  });

  it('spells enums and errors that exist', () => {
    expect(
      faultsOf(
        'query A @rest(method: GET, path: "/a") @onError(code: "X") @enumSpelling(of: "Y") { openingHours }',
      ),
    ).toEqual([
      'rest/shop/books.graphql:1:55 There is no error code "X".',
      'rest/shop/books.graphql:1:78 There is no enum "Y".',
    ]);
  });
});
