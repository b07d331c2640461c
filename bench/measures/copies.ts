/**
 * Many measures with many values, as copies of one that the endpoints of the house have made: whatever the house stores
 * of a measure, the copies have it.
 */
import { MongoClient } from 'mongodb';
import { randomUUID } from 'node:crypto';
import type { Call } from '../rest/tenant';

export const VALUES_EACH = 100;

const TRACTION = 'purposepath_traction';
const BATCH = 1000;
const A_DAY_MS = 86_400_000;

type Stored = Readonly<Record<string, unknown>> & { readonly _id: string };

/** Makes so many measures, each with its values and four targets. Answers their ids. */
export async function makeMeasures(
  mongodbUri: string,
  call: Call,
  count: number,
): Promise<readonly string[]> {
  const { id } = await call<{ id: string }>('POST', '/traction/api/v1/measures', {
    name: 'Monthly Recurring Revenue 00000',
    unit: 'USD',
    direction: 'Increase',
    currentValue: 45_000.5,
    currentValueDate: '2025-01-01T00:00:00Z',
  });
  await call('PUT', `/traction/api/v1/shared-kpis/${id}/milestones`, {
    milestones: ['2027-03-31', '2027-06-30', '2027-09-30', '2027-12-31'].map((milestoneDate, index) => ({
      milestoneDate,
      targetValue: 50_000 + index * 2_500,
    })),
  });
  const client = await MongoClient.connect(mongodbUri);
  try {
    const copier = new Copier(client, id);
    await copier.read();
    return [id, ...(await copier.copy(count - 1))];
  } finally {
    await client.close();
  }
}

class Copier {
  private measure: Stored | null = null;
  private entries: readonly Stored[] = [];
  private targets: readonly Stored[] = [];

  constructor(
    private readonly client: MongoClient,
    private readonly id: string,
  ) {}

  async read(): Promise<void> {
    const ofMeasure = { measureId: this.id };
    this.measure = await this.collection('measures').findOne({ _id: this.id });
    this.entries = await this.collection('actuals').find(ofMeasure).toArray();
    this.targets = await this.collection('targets').find(ofMeasure).toArray();
  }

  /** The first has the values of all, too. */
  async copy(count: number): Promise<readonly string[]> {
    const [entry] = this.entries;
    if (!this.measure || !entry) throw new Error('There is no measure to copy');
    await this.insert('actuals', valuesOf(entry, this.id));
    const ids = Array.from({ length: count }, () => randomUUID());
    for (let start = 0; start < count; start += BATCH / VALUES_EACH) {
      const some = ids.slice(start, start + BATCH / VALUES_EACH);
      const measures = some.map((_id, index) => this.named(_id, start + index + 1));
      await this.insert('measures', measures);
      await this.insert(
        'targets',
        some.flatMap((measureId) =>
          this.targets.map((target) => ({ ...target, _id: randomUUID(), measureId })),
        ),
      );
      await this.insert(
        'actuals',
        some.flatMap((measureId) => valuesOf(entry, measureId)),
      );
      await this.insert(
        'actuals',
        some.map((measureId) => ({ ...entry, _id: `first-${measureId}`, measureId })),
      );
    }
    return ids;
  }

  private named(_id: string, number: number): Stored {
    const name = `Monthly Recurring Revenue ${String(number).padStart(5, '0')}`;
    return { ...this.measure, _id, name, currentEntryId: `first-${_id}` };
  }

  private async insert(collection: string, documents: readonly Stored[]): Promise<void> {
    await this.collection(collection).insertMany([...documents]);
  }

  private collection(name: string) {
    return this.client.db(TRACTION).collection<Stored>(name);
  }
}

/** The values before the first one that was recorded: it stays the one that counts. */
const valuesOf = (entry: Stored, measureId: string): Stored[] =>
  Array.from({ length: VALUES_EACH - 1 }, (_, index) => ({
    ...entry,
    _id: randomUUID(),
    measureId,
    always: false,
    value: 40_000 + index,
    place: -index,
    date: new Date((entry['date'] as Date).getTime() - (index + 1) * A_DAY_MS),
  }));
