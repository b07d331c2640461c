/** Where one can go from the landing page; a new page is one line here. */
export interface Link {
  readonly href: string;
  readonly title: string;
  readonly about: string;
}

export const LINKS: readonly Link[] = [
  {
    href: '/graphiql',
    title: 'GraphiQL',
    about: 'Write and run queries, with the whole schema beside them.',
  },
  { href: '/live', title: 'Live activity', about: 'Who did what in the company, as it happens.' },
  { href: '/health/detailed', title: 'Health', about: 'Every service by itself, as monitors read it.' },
  {
    href: '/.well-known/jwks.json',
    title: 'Public keys',
    about: 'What access tokens are verified with (JWKS).',
  },
];
