/** How often the database is asked, for tests that what is read for many is read for all of them together. */
import { mongo } from 'mongoose';

const READS = ['find', 'aggregate', 'countDocuments', 'findOne'] as const;

/** How many reads happen while this runs. */
export async function questionsOf(run: () => Promise<unknown>): Promise<number> {
  const spies = READS.map((name) => jest.spyOn(mongo.Collection.prototype, name));
  try {
    await run();
    return spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
