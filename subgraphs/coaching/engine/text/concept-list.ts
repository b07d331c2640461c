/**
 * The vocabulary of business by concept: words and two-word phrases that speak of one idea, opposites
 * included ("churn" is about retention). A word stands in one concept only; its other forms are found by
 * their stem.
 * Source: coaching.yaml, Builtin 1 ("a shipped synonym list").
 */
export const CONCEPT_LIST: Readonly<Record<string, string>> = {
  retention:
    'retention, retain, keep customers, churn, loyalty, loyal, renewal, renew, attrition, repeat purchase',
  acquisition:
    'acquisition, acquire, lead generation, prospect, pipeline, conversion, convert, signup, new customers',
  revenue: 'revenue, sales, sell, income, turnover, earnings, bookings, billings, mrr, arr',
  profit: 'profit, profitability, margin, ebitda, ebit, surplus, bottom line',
  growth: 'growth, expand, expansion, scale, scaling, scalable, increase, rise',
  customer: 'customer, client, clientele, buyer, consumer, shopper, subscriber, user, guest',
  satisfaction: 'satisfaction, satisfied, satisfy, delight, nps, csat, happiness, happy, customer experience',
  service: 'service, support, helpdesk, ticket, complaint',
  cost: 'cost, expense, spending, spend, expenditure, overhead, saving, savings',
  pricing: 'price, pricing, discount, tariff, fee, affordable, affordability',
  cash: 'cash, liquidity, cash flow, working capital, receivables, funding',
  quality:
    'quality, excellence, excellent, defect, flaw, error, rework, craftsmanship, reliability, reliable',
  people: 'people, employee, staff, workforce, talent, personnel, colleague, coworker',
  hiring: 'hiring, hire, recruit, recruitment, recruiting, onboarding, headcount, vacancy, staffing',
  collaboration:
    'collaboration, collaborate, collaborative, teamwork, team, cooperation, cooperate, partnership, partner',
  engagement: 'engagement, engaged, motivation, motivate, morale, wellbeing, workplace',
  leadership: 'leadership, leader, lead, manager, executive, mentor, mentoring',
  learning:
    'learning, learn, training, train, education, educate, skill, knowledge, curiosity, curious, coaching',
  innovation: 'innovation, innovative, invent, invention, creativity, novel, pioneer, breakthrough, research',
  trust: 'trust, integrity, honesty, honest, transparency, transparent, ethics, ethical, fairness, fair',
  responsibility:
    'responsibility, responsible, accountability, accountable, ownership, commitment, dependable',
  diversity: 'diversity, diverse, inclusion, inclusive, equity, belonging, equality',
  respect: 'respect, respectful, empathy, compassion, kindness, care, caring, dignity',
  speed: 'speed, fast, faster, quick, rapid, agile, agility, latency, delay, lead time, cycle time, velocity',
  efficiency:
    'efficiency, efficient, productivity, productive, streamline, lean, waste, throughput, utilization',
  process: 'process, workflow, procedure, operation, operational, standardize, routine',
  automation: 'automation, automate, automatic, robotics, robot',
  market: 'market, segment, niche, industry, sector, market share, territory',
  competition: 'competition, competitor, competitive, compete, rival, differentiation, differentiate',
  brand: 'brand, branding, reputation, awareness, recognition, visibility, advertising, campaign, promotion',
  product: 'product, offering, feature, solution, roadmap, release, assortment',
  technology:
    'technology, technological, digital, digitalization, cloud, software, saas, platform, online, app',
  data: 'data, analytics, analysis, insight, dashboard, reporting, metric',
  intelligence: 'ai, artificial intelligence, machine learning, llm, chatbot',
  security: 'security, secure, cybersecurity, privacy, breach, confidentiality, encryption',
  safety: 'safety, safe, accident, injury, hazard, incident',
  risk: 'risk, resilience, resilient, continuity, uncertainty, exposure',
  compliance: 'compliance, compliant, regulation, regulatory, audit, governance, gdpr',
  sustainability:
    'sustainability, sustainable, environment, environmental, green, climate, carbon, emission, renewable',
  community: 'community, society, social, charity, neighborhood, citizen, volunteering',
  health: 'health, healthy, wellness, healthcare, medical, patient, clinical',
  delivery:
    'delivery, deliver, shipping, shipment, logistics, fulfillment, supplier, supply chain, inventory',
  international: 'international, global, worldwide, world, abroad, export, overseas',
  simplicity: 'simplicity, simple, simplify, ease, easy, intuitive, usability, convenience, convenient',
};
