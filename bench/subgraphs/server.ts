/** A subgraph over HTTP with as little around it as Node allows: what a measurement sees is the gateway. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AnswerText } from './answers';

/** Serves answers on a free port until the process ends, and returns the address. */
export async function serve(answer: AnswerText): Promise<string> {
  const server = createServer((request, response) =>
    readText(request, (text) => reply(response, answer(text))),
  );
  server.keepAliveTimeout = 0; // a gateway that waits between rounds keeps its connections
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

/** By events: an async iterator would cost more than all the rest of an answer. */
function readText(request: IncomingMessage, use: (text: string) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => use(Buffer.concat(chunks).toString()));
}

function reply(response: ServerResponse, answer: Buffer | Promise<Buffer>): void {
  if (Buffer.isBuffer(answer)) return send(response, answer);
  answer.then(
    (text) => send(response, text),
    (fault: unknown) => void response.writeHead(500).end(String(fault)),
  );
}

function send(response: ServerResponse, answer: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
  response.end(answer);
}
