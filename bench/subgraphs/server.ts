/**
 * The four subgraphs on four ports of one process. Each answer is computed once and then found by the text of its
 * request, so that what a measurement sees is the gateway.
 */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, type GraphQLSchema } from 'graphql';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
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

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function createSubgraphServer(schema: GraphQLSchema): Server {
  const answers = new Map<string, Buffer>();
  const find = async (text: string): Promise<Buffer> => {
    const answer = answers.get(text) ?? (await compute(schema, text));
    answers.set(text, answer);
    return answer;
  };
  return createServer((request, response) => {
    readText(request)
      .then(find)
      .then(
        (answer) =>
          response
            .writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length })
            .end(answer),
        (fault: unknown) => response.writeHead(500).end(String(fault)),
      );
  });
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
