/** Finding entries of the catalog, and what a measure takes from one. Source: traction.yaml, createKpi, linkKpi. */
import type { Measure } from '../measures/model';
import { CATALOG, type CatalogEntry } from './entries';

const byId: ReadonlyMap<string, CatalogEntry> = new Map(CATALOG.map((entry) => [entry.id, entry]));

export const catalogEntry = (id: string): CatalogEntry | null => byId.get(id) ?? null;

/** The members of a measure that its entry knows; the measure notes where they came from. */
export const membersOf = ({
  id,
  ...members
}: CatalogEntry): Partial<Measure> & { readonly name: string } => ({
  ...members,
  catalogId: id,
});
