/** In a process of its own: here the names have been met before, by the composition. */
import { execFileSync } from 'node:child_process';
import { projectFile } from '../../common/project';
import { compose } from '../../gateway/federation/testing/kit';

const SUPERGRAPH = compose({
  only: { typeDefs: 'type Query { "Wide as this dash – and this … are" unheardOfField: Int }' },
});

/** Writes `"` for an answer of one byte per character, and `c` for one of two, as V8's serializer marks them. */
const CHILD = `
  const { createEngine, createLocalTransport } = require(process.argv[1]);
  const { parse } = require('graphql');
  const { serialize } = require('node:v8');
  const engine = createEngine({
    supergraph: process.argv[2],
    failure: (code) => ({ message: code, extensions: { code } }),
    transport: () => createLocalTransport(async () => JSON.parse('{"data":{"unheard' + 'OfField":42}}')),
  });
  const operation = engine.prepare(parse('{ unheard' + 'OfField }'));
  engine.execute(operation, { context: { headers: {} } }).then(({ data }) => {
    process.stdout.write(String.fromCharCode(serialize(JSON.stringify(data))[2]));
  });
`;

it('an answer is as narrow as its values, however wide the supergraph is', () => {
  const engine = projectFile('dist', 'gateway', 'federation', 'index.js');
  const told = execFileSync(process.execPath, ['-e', CHILD, engine, SUPERGRAPH], {
    cwd: projectFile(),
    encoding: 'utf8',
  });
  expect(told).toBe('"');
});
