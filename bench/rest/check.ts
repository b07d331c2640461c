/** Whether two servers answer with the same bytes. */
import type { Request } from 'autocannon';
import type { RestWorkload } from './workloads';

/** What two new goals cannot have in common. */
const OWN = /("(?:id|createdAt|created_at|updatedAt|updated_at)":)"[^"]*"/g;

/** The lengths of right answers. Throws where the servers answer differently. */
export async function lengthsOf(
  { title, requests }: RestWorkload,
  urls: readonly [string, string],
): Promise<ReadonlySet<number>> {
  const lengths = new Set<number>();
  for (const request of requests) {
    const [one, other] = [await answer(urls[0], request), await answer(urls[1], request)];
    if (comparable(request, one) !== comparable(request, other)) {
      throw new Error(`${title}: the answers differ\n${one}\n${other}`);
    }
    lengths.add(one.length);
    if (request.method === 'POST') await checkStored(one, request, urls);
    if (request.method === 'POST') await checkStored(other, request, urls);
  }
  return lengths;
}

/** What one server has made, both read as it was answered. */
async function checkStored(made: string, { path, headers }: Request, urls: readonly string[]): Promise<void> {
  const { data } = JSON.parse(made) as { data: { id: string } };
  for (const url of urls) {
    const read = await answer(url, { method: 'GET', path: `${path}/${data.id}`, headers });
    if (read !== made) throw new Error(`What was made is read otherwise at ${url}\n${made}\n${read}`);
  }
}

const comparable = ({ method }: Request, text: string): string =>
  method === 'POST' ? text.replaceAll(OWN, '$1""') : text;

async function answer(url: string, { method, path, headers, body }: Request): Promise<string> {
  const response = await fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} is answered with ${response.status}: ${text}`);
  return text;
}
