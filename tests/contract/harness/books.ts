/** The shapes of each service, put together from the contract and suite.yaml. */
import { isMap, type JsonMap, services, type ShapeType, suite, texts } from './data';
import type { ShapeBook } from './shape';

const books = new Map(
  services.map(({ service, shapes, enums = {} }): [string, ShapeBook] => [
    service,
    {
      shapes: extended({ ...shapes, ...suite.shapes[service] }, suite.extends[service] ?? {}),
      enums,
      spelling: suite.spelling[service] ?? 'asWritten',
      twins: twinsOf(service),
      additive: suite.additive[service] ?? {},
    },
  ]),
);

export function bookOf(service: string): ShapeBook {
  const book = books.get(service);
  if (!book) throw new Error(`no shapes of "${service}"`);
  return book;
}

type Shapes = Readonly<Record<string, ShapeType>>;

function extended(shapes: Shapes, bases: Readonly<Record<string, readonly string[]>>): Shapes {
  const grown = Object.entries(bases).map(([name, others]) => [
    name,
    Object.assign({}, ...[name, ...others].map((other) => shapes[other])) as JsonMap,
  ]);
  return { ...shapes, ...(Object.fromEntries(grown) as Shapes) };
}

function twinsOf(service: string): ShapeBook['twins'] {
  const spelling = texts[service]?.['spelling'];
  const twins = isMap(spelling) ? spelling['responseTwins'] : undefined;
  return isMap(twins) ? (twins as unknown as ShapeBook['twins']) : {};
}
