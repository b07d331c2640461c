/** What tests write as the demo user, beside the browser that watches. */
import { DEMO_USER } from '../../gateway/pages/demo-user';
import { graphql } from '../support/graphql';

export interface Demo {
  /** Writes a note into the activity of the first goal. */
  note(text: string): Promise<void>;
}

/** Signs in by itself; each token lives as long as the house says. */
export async function demoUser(url: string): Promise<Demo> {
  const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } } }`;
  const signedIn = await asked<{ signIn: { session: { accessToken: string } } }>(url, signIn, {
    input: DEMO_USER,
  });
  const token = signedIn.signIn.session.accessToken;
  const { goals } = await asked<{ goals: { nodes: { id: string }[] } }>(
    url,
    '{ goals(first: 1) { nodes { id } } }',
    {},
    token,
  );
  const goalId = goals.nodes[0]?.id;
  const write =
    'mutation ($input: AddGoalActivityInput!) { addGoalActivity(input: $input) { entry { id } } }';
  return {
    note: async (text) => {
      await asked(url, write, { input: { goalId, type: 'NOTE', text } }, token);
    },
  };
}

async function asked<T>(url: string, query: string, variables: object, token?: string): Promise<T> {
  const { data, errors } = await graphql<T>(url, query, { ...variables }, token);
  if (errors || !data) throw new Error(JSON.stringify(errors));
  return data;
}
