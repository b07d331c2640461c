import { catalogEntry, membersOf } from './catalog';
import { CATALOG } from './entries';

it('an entry is found by its id, and by nothing else', () => {
  expect(CATALOG.map(({ id }) => catalogEntry(id))).toEqual(CATALOG);
  expect(catalogEntry('constructor')).toBeNull();
});

it('ids tell entries apart, and from measures', () => {
  const ids = CATALOG.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^catalog_[a-z_]+$/);
});

it('a measure takes all that an entry knows, and its id as the place that it came from', () => {
  expect(CATALOG.map((entry) => membersOf(entry))).toEqual(
    CATALOG.map(({ id, ...facts }) => ({ ...facts, catalogId: id })),
  );
});
