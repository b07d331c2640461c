import { suggestStrategies } from '../strategies';
import { ENTRIES } from './library';
import { question } from './question.fixture';
import { readStrategies } from './reading';

const THEMES = [
  ...['retention', 'acquisition', 'pricing', 'cost', 'quality'],
  ...['people', 'process', 'brand', 'cash', 'innovation', 'general'],
];

describe('the library', () => {
  it('has some fifty strategies, at least five of each theme', () => {
    expect(ENTRIES.length).toBeGreaterThanOrEqual(50);
    for (const theme of THEMES) {
      expect(ENTRIES.filter((entry) => entry.theme === theme).length).toBeGreaterThanOrEqual(5);
    }
  });

  it('never says the same twice', () => {
    const { corpus, candidates } = readStrategies(question());
    const texts = candidates.map(({ title, text }) => `${title}\n${text}`);
    const nearest = texts.map((text) =>
      Math.max(...texts.filter((other) => other !== text).map((other) => corpus.similarity(text, other).raw)),
    );
    expect(Math.max(...nearest)).toBeLessThan(0.5);
  });

  it.each(ENTRIES.map((entry) => [entry.title, entry] as const))('tells what it should: %s', (_, entry) => {
    const [shortest, usual] = entry.weeks;
    expect(shortest).toBeGreaterThanOrEqual(1);
    expect(usual).toBeGreaterThanOrEqual(shortest);
    expect(entry.triggers.split(', ').length).toBeGreaterThanOrEqual(4);
    expect(entry.text.length).toBeGreaterThan(100);
    expect(entry.text.length).toBeLessThan(400);
    expect(entry.text).toMatch(/\.$/);
    expect(entry.why).toMatch(/^[A-Z].*\.$/);
    expect(entry.prerequisites.length).toBeGreaterThan(0);
    expect(entry.resources.length).toBeGreaterThan(0);
    expect(`${entry.title} ${entry.text}`).not.toMatch(/\{(?!customers\}|rivals\})/);
  });

  it('can begin with any general strategy within a week', () => {
    const general = ENTRIES.filter(({ theme }) => theme === 'general');
    expect(general.map(({ weeks }) => weeks[0])).toEqual(general.map(() => 1));
  });

  it.each(ENTRIES.filter(({ theme }) => theme !== 'general').map(({ title, triggers }) => [title, triggers]))(
    'finds a strategy by its own triggers: %s',
    (title, triggers) => {
      const { suggestions } = suggestStrategies(question({ goalIntent: triggers }));
      expect(suggestions.map((one) => one.title)).toContain(title);
    },
  );
});
