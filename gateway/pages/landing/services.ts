/** The four services as the landing page shows them. Paths and ports are those of schema/rest (a test holds them). */
export interface Service {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly basePath: string;
  /** The port on which the service used to answer by itself, where it had one. */
  readonly legacyPort?: number;
}

export const SERVICES: readonly Service[] = [
  {
    name: 'account',
    title: 'Account',
    about: 'Sign-in, people, and the organisation they belong to.',
    basePath: '/account/api/v1',
    legacyPort: 8001,
  },
  {
    name: 'coaching',
    title: 'Coaching',
    about: 'How well each goal fits what the business is about.',
    basePath: '/coaching/api/v1',
    legacyPort: 8000,
  },
  {
    name: 'traction',
    title: 'Traction',
    about: 'Goals, the strategies that serve them, and their measures.',
    basePath: '/traction/api/v1',
    legacyPort: 8002,
  },
  {
    name: 'workstream',
    title: 'Workstream',
    about: 'From signals to candidates to pursuits.',
    basePath: '/api/workstream',
  },
];
