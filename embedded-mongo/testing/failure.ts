import { MongoServerError } from 'mongodb';

/** The error that the server answers with. Throws where there is none. */
export async function failure(work: Promise<unknown>): Promise<MongoServerError> {
  const error = await work.then(
    () => new Error('it succeeded'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof MongoServerError) return error;
  throw error;
}
