/**
 * The four subgraphs on four ports of one process. Each answer is computed once and then found by the text of its
 * request, so that what a measurement sees is the gateway.
 */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, type GraphQLSchema } from 'graphql';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SUBGRAPHS } from './index';

interface GraphQLBody {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

async function compute(schema: GraphQLSchema, text: string): Promise<Buffer> {
  const { query, operationName, variables } = JSON.parse(text) as GraphQLBody;
  const result = await graphql({
    schema,
    source: query,
    operationName: operationName ?? null,
    variableValues: variables ?? null,
  });
  return Buffer.from(JSON.stringify(result));
}

/** By events: an async iterator would cost more than all the rest of an answer. */
function readText(request: IncomingMessage, use: (text: string) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => use(Buffer.concat(chunks).toString()));
}

const send = (response: ServerResponse, answer: Buffer): ServerResponse =>
  response
    .writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length })
    .end(answer);

function createSubgraphServer(schema: GraphQLSchema): Server {
  const answers = new Map<string, Buffer>();
  const answer = async (text: string, response: ServerResponse): Promise<void> => {
    const computed = await compute(schema, text);
    answers.set(text, computed);
    send(response, computed);
  };
  return createServer((request, response) =>
    readText(request, (text) => {
      const known = answers.get(text);
      if (known) send(response, known);
      else answer(text, response).catch((fault: unknown) => response.writeHead(500).end(String(fault)));
    }),
  );
}

async function main(): Promise<void> {
  const urls: Record<string, string> = {};
  for (const { name, typeDefs, resolvers } of SUBGRAPHS) {
    const server = createSubgraphServer(buildSubgraphSchema({ typeDefs, resolvers }));
    server.keepAliveTimeout = 0; // a gateway that waits between rounds keeps its connections
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    urls[name] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  }
  process.send?.(urls);
  process.on('disconnect', () => process.exit());
}

void main();
