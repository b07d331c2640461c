/** The REST documents are bound to the schema: what no longer fits stops the start; what is added is served. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '../common/project';
import { describeEndpoints } from '../scripts/generate/openapi';
import { composeSupergraph } from '../scripts/generate/supergraph';
import { SUBGRAPHS } from '../scripts/house/subgraphs';
import { startTestHouse } from './support/house';
import { rest } from './support/rest';

let restFolder: string;

beforeEach(() => {
  restFolder = mkdtempSync(join(tmpdir(), 'rest-documents-'));
  cpSync(projectFile('schema', 'rest'), restFolder, { recursive: true });
});

afterEach(() => rmSync(restFolder, { recursive: true }));

it('a document whose field no longer exists stops the start, naming file, line and field', async () => {
  const file = join(restFolder, 'traction', 'goals.graphql');
  const text = readFileSync(file, 'utf8').replace(/^ {2}valueTags$/m, '  worthTags');
  writeFileSync(file, text);
  const line = text.split('\n').indexOf('  worthTags') + 1;
  await expect(startTestHouse({ restFolder })).rejects.toThrow(
    new RegExp(`goals\\.graphql:${line}:3[^]*"worthTags"[^]*"Goal"`),
  );
});

it('every document fits the SDL of the subgraphs as it is written, composed or not', () => {
  expect(describeEndpoints(composeSupergraph(SUBGRAPHS))).toMatchObject({ openapi: '3.1.0' });
});

it('an endpoint is added by the lines of ARCHITECTURE.md: a document, and nothing else', async () => {
  writeFileSync(
    join(restFolder, 'traction', 'outline.graphql'),
    `query GetGoalOutline($id: ID!) @rest(method: GET, path: "/goals/{id}/outline", pick: ["goal"]) {
      goal(id: $id) @orElse(code: "GOAL_NOT_FOUND") {
        goalTitle: title
        owner @hoist { ownerName: name }
        steps: strategies @pluck(member: "description") { description }
        alignment @hoist { alignmentScore: score @default(value: 0) }
      }
    }`,
  );
  const house = await startTestHouse({ restFolder });
  try {
    const { token } = await house.newTenant();
    const goals = `/traction/api/v1/goals`;
    const { body } = await rest(house.url, `POST ${goals}`, { token, body: { title: 'Sail' } });
    const { id } = body.data;
    await rest(house.url, `POST ${goals}/${id}/strategies`, { token, body: { description: 'Learn knots' } });
    expect(await rest(house.url, `GET ${goals}/${id}/outline`, { token })).toMatchObject({
      status: 200,
      body: {
        success: true,
        data: {
          goalTitle: 'Sail',
          goal_title: 'Sail',
          ownerName: 'Ada Lovelace',
          owner_name: 'Ada Lovelace',
          steps: ['Learn knots'],
          alignmentScore: 0,
          alignment_score: 0,
        },
      },
    });
    expect(await rest(house.url, `GET ${goals}/nothing/outline`, { token })).toMatchObject({
      status: 404,
      body: { code: 'GOAL_NOT_FOUND' },
    });
    expect((await rest(house.url, `GET ${goals}/${id}/outline`)).status).toBe(401);
  } finally {
    await house.stop();
  }
});
