/** Event streams read without a client: block by block, at the pace of the test. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';

export interface RawStream {
  readonly response: IncomingMessage;
  /** The blocks of the stream that are no comments, each as it stands there. */
  readonly blocks: AsyncGenerator<string, undefined>;
  leave(): void;
}

/** Opens a stream by GET. Nothing is read before a block is asked for. */
export async function openRaw(url: string, more: Record<string, string> = {}): Promise<RawStream> {
  const headers = { accept: 'text/event-stream', ...more };
  const request = get(url, { headers, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { response, blocks: blocksOf(response), leave: () => request.destroy() };
}

async function* blocksOf(response: IncomingMessage): AsyncGenerator<string, undefined> {
  let text = '';
  for await (const bytes of response.setEncoding('utf8')) {
    const blocks = (text + String(bytes)).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) if (!block.startsWith(':')) yield block;
  }
}
