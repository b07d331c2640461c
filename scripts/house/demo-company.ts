/** The demo tenant: a coffee roaster with plans. Everything that `npm start` shows on empty data. */
import { DEMO_USER } from '../../gateway/pages/demo-user';

export const DEMO_COMPANY = {
  name: 'Harbour Lane Coffee Roasters',
  foundation: {
    businessName: 'Harbour Lane Coffee Roasters',
    vision: 'Every town on the coast drinks coffee that its growers can live on.',
    purpose: 'We roast fairly traded coffee and teach people to make it well at home.',
    coreValues: ['Fairness to growers', 'Craft and quality', 'Honest prices', 'Care for the environment'],
    targetMarket: 'Households and small cafés within a day of delivery',
    valueProposition: 'Freshly roasted, traceable coffee at your door within two days',
  },
  owner: { ...DEMO_USER, firstName: 'Demi', lastName: 'Okafor', isPlatformAdmin: true },
  members: [
    { email: 'tomas.rey@purposepath.example', firstName: 'Tomás', lastName: 'Rey' },
    { email: 'ingrid.vale@purposepath.example', firstName: 'Ingrid', lastName: 'Vale' },
    { email: 'sam.whitlock@purposepath.example', firstName: 'Sam', lastName: 'Whitlock' },
  ],
} as const;

export interface DemoGoal {
  readonly title: string;
  readonly intent: string;
  readonly description: string;
  readonly horizon: 'YEAR' | 'QUARTER' | 'MONTH';
  readonly valueTags: readonly string[];
  /** Who answers for it: the place among the company's people, 0 being the owner. */
  readonly person: number;
  readonly strategies: readonly string[];
  /** What has happened since it was written down. */
  readonly story: readonly DemoStep[];
}

export type DemoStep =
  | { readonly verb: 'activate' | 'pause'; readonly reason: string }
  | { readonly verb: 'close'; readonly finalStatus: 'COMPLETED' | 'CANCELLED'; readonly reason: string };

export const DEMO_GOALS: readonly DemoGoal[] = [
  {
    title: 'Buy all green coffee directly from growers',
    intent:
      'Growers can live on our coffee only if fair prices reach them without a middleman by December 2027.',
    description: 'Today 60% comes through importers. Three cooperatives have offered direct contracts.',
    horizon: 'YEAR',
    valueTags: ['growers', 'supply'],
    person: 1,
    strategies: [
      'Sign two-year contracts with the cooperatives in Huila and Sidama at a fair floor price',
      'Visit every grower once a year and publish what was paid',
    ],
    story: [{ verb: 'activate', reason: 'first cooperative has signed' }],
  },
  {
    title: 'Win 1,200 home subscribers',
    intent:
      'People who make good coffee at home every day keep the roastery busy all year: 1,200 subscribers by June.',
    description: 'There are 740 subscribers today; one in twenty leaves each month.',
    horizon: 'QUARTER',
    valueTags: ['subscriptions', 'growth'],
    person: 2,
    strategies: [
      'Teach brewing in a free evening class and offer a first bag to everyone who comes',
      'Deliver within two days in every town on the coast',
      'Ask each leaving subscriber why, and answer within a week',
    ],
    story: [{ verb: 'activate', reason: 'classes begin this month' }],
  },
  {
    title: 'Roast without waste',
    intent:
      'Care for the environment: no packaging to landfill and 20% less gas per kilogram roasted by autumn.',
    description: 'The new drum recovers heat; the bags are the harder half.',
    horizon: 'YEAR',
    valueTags: ['environment'],
    person: 3,
    strategies: ['Change to compostable bags', 'Recover heat from the drum for drying'],
    story: [
      { verb: 'activate', reason: 'heat recovery is ordered' },
      { verb: 'pause', reason: 'waiting for the bag supplier' },
    ],
  },
  {
    title: 'Open the tasting room',
    intent: 'A place where neighbours taste the craft and quality of each roast.',
    description: 'Twelve seats beside the roaster, open on four days a week.',
    horizon: 'QUARTER',
    valueTags: ['community'],
    person: 0,
    strategies: ['Rebuild the front room', 'Train two hosts'],
    story: [
      { verb: 'activate', reason: 'the lease is signed' },
      { verb: 'close', finalStatus: 'COMPLETED', reason: 'opened to a full room' },
    ],
  },
  {
    title: 'Supply thirty cafés',
    intent: 'Honest prices and steady quality make us the house roaster of thirty small cafés.',
    description: 'A first list of cafés is written; nobody has called them yet.',
    horizon: 'YEAR',
    valueTags: ['wholesale', 'growth'],
    person: 2,
    strategies: [],
    story: [],
  },
];
