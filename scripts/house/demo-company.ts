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
  readonly measures: readonly DemoMeasure[];
  readonly actions: readonly DemoAction[];
  /** What has happened since it was written down. */
  readonly story: readonly DemoStep[];
}

export interface DemoMeasure {
  readonly name: string;
  readonly unit: string;
  readonly category: string;
  readonly direction: 'INCREASE' | 'DECREASE';
  /** The values at the end of the last months, the oldest first. */
  readonly months: readonly number[];
  /** What it should be at the end of a month to come, by how many months that is away. */
  readonly targets: Readonly<Record<number, number>>;
}

export interface DemoAction {
  readonly title: string;
  /** In days from today. */
  readonly from: number;
  readonly until: number;
  readonly priority: 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL';
  readonly status: 'NOT_STARTED' | 'IN_PROGRESS' | 'COMPLETED' | 'BLOCKED';
  readonly progress: number;
  /** Who does it: the place among the company's people. */
  readonly person: number;
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
    measures: [
      {
        name: 'Green coffee bought directly',
        unit: '%',
        category: 'Supply',
        direction: 'INCREASE',
        months: [22, 28, 31, 36, 40, 40],
        targets: { 6: 70, 14: 100 },
      },
    ],
    actions: [
      {
        title: 'Sign the contract with Sidama',
        from: -12,
        until: 18,
        priority: 'HIGH',
        status: 'IN_PROGRESS',
        progress: 60,
        person: 1,
      },
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
    measures: [
      {
        name: 'Home subscribers',
        unit: 'subscribers',
        category: 'Growth',
        direction: 'INCREASE',
        months: [610, 640, 655, 690, 720, 740],
        targets: { 3: 900, 6: 1200 },
      },
      {
        name: 'Subscribers who leave in a month',
        unit: '%',
        category: 'Growth',
        direction: 'DECREASE',
        months: [6.1, 5.8, 5.5, 5.2, 5.1, 5],
        targets: { 6: 3 },
      },
    ],
    actions: [
      {
        title: 'Hold the first free brewing class',
        from: -20,
        until: -2,
        priority: 'HIGH',
        status: 'COMPLETED',
        progress: 100,
        person: 2,
      },
      {
        title: 'Call everyone who left last month',
        from: -3,
        until: 4,
        priority: 'MEDIUM',
        status: 'IN_PROGRESS',
        progress: 25,
        person: 3,
      },
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
    measures: [
      {
        name: 'Gas per kilogram roasted',
        unit: 'kWh',
        category: 'Environment',
        direction: 'DECREASE',
        months: [1.92, 1.9, 1.88, 1.71, 1.66, 1.64],
        targets: { 9: 1.5 },
      },
    ],
    actions: [
      {
        title: 'Find a second supplier of compostable bags',
        from: -8,
        until: 21,
        priority: 'HIGH',
        status: 'BLOCKED',
        progress: 10,
        person: 3,
      },
    ],
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
    measures: [],
    actions: [],
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
    measures: [
      {
        name: 'Cafés supplied',
        unit: 'cafés',
        category: 'Growth',
        direction: 'INCREASE',
        months: [4, 4, 5, 5, 6, 6],
        targets: { 12: 30 },
      },
    ],
    actions: [
      {
        title: 'Call the first ten cafés on the list',
        from: 3,
        until: 17,
        priority: 'MEDIUM',
        status: 'NOT_STARTED',
        progress: 0,
        person: 2,
      },
    ],
    story: [],
  },
];
