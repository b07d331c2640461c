/** The user that `npm start` seeds in development. Source: interface.md, Identity in development. */
export const DEMO_USER = { email: 'demo@purposepath.example', password: 'purposepath-demo' } as const;
