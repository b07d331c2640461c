import type { FormName } from './documents/directives';
import { FORMS } from './forms';

const read = (form: FormName, raw: unknown): unknown => FORMS[form].read(raw, 'json');
const readText = (form: FormName, raw: string): unknown => FORMS[form].read(raw, 'text');
const write = (form: FormName, value: unknown): unknown => FORMS[form].write(value);

describe('a form', () => {
  it.each<[FormName, unknown, unknown]>([
    ['FLAG', 1, true],
    ['FLAG', false, false],
    ['FLAG', 2, undefined],
    ['FLAG', '1', undefined],
    ['CENTS', 2999, 29.99],
    ['CENTS', 29.5, undefined],
    ['CENTS', '2999', undefined],
    ['LEVEL', 0.29, 29],
    ['LEVEL', 1, 20],
    ['LEVEL', 5, 100],
    ['LEVEL', 5.5, 5.5],
    ['LEVEL', 80, 80],
    ['LEVEL', 'high', undefined],
    ['DATE', '2025-10-13', '2025-10-13T00:00:00Z'],
    ['DATE', '2025-10-13T23:30:00-02:00', '2025-10-14T00:00:00Z'],
    ['DATE', '2025-10', undefined],
    ['DATE', 'a very long text', undefined],
    ['DATE', 20251013, undefined],
    ['MONTH', '2025-10', '2025-10-01T00:00:00Z'],
    ['MONTH', '2025-10-13', undefined],
    ['DAY_START', '2025-10-13', '2025-10-13T00:00:00Z'],
    ['DAY_START', '2025-10-13T09:00:00Z', '2025-10-13T09:00:00Z'],
    ['DAY_END', '2025-10-13', '2025-10-13T23:59:59.999Z'],
    ['UUID', '0199e5a2-7c1b-7d3e-9f40-1b2c3d4e5f60', '0199e5a2-7c1b-7d3e-9f40-1b2c3d4e5f60'],
    ['UUID', 'goal_0199E5A2-7c1b-7d3e-9f40-1b2c3d4e5f60', 'goal_0199E5A2-7c1b-7d3e-9f40-1b2c3d4e5f60'],
    ['UUID', '12_0199e5a2-7c1b-7d3e-9f40-1b2c3d4e5f60', undefined],
    ['UUID', 'summary', undefined],
    ['UUID', 7, undefined],
    ['DAY_END', '2025-10-13T09:00:00Z', '2025-10-13T09:00:00Z'],
  ])('%s reads %j as %j', (form, raw, expected) => expect(read(form, raw)).toEqual(expected));

  it.each<[FormName, string, unknown]>([
    ['FLAG', '0', false],
    ['FLAG', 'true', true],
    ['FLAG', 'yes', undefined],
    ['CENTS', '1050', 10.5],
    ['CENTS', '0x1', undefined],
    ['LEVEL', '0.85', 85],
    ['DAY_START', '2025-10-13', '2025-10-13T00:00:00Z'],
  ])('%s reads the text %s as %j', (form, raw, expected) => expect(readText(form, raw)).toEqual(expected));

  it.each<[FormName, unknown, unknown]>([
    ['FLAG', true, 1],
    ['FLAG', false, 0],
    ['CENTS', 29.99, 2999],
    ['CENTS', 1.1, 110],
    ['LEVEL', 85, 4],
    ['LEVEL', 3, 1],
    ['LEVEL', 100, 5],
    ['DATE', '2025-10-13T23:30:00.000Z', '2025-10-13'],
    ['DATE', new Date('2025-10-13T23:30:00Z'), '2025-10-13'],
    ['DATE', '2025-10-13', '2025-10-13'],
    ['MONTH', '2025-10-13T23:30:00.000Z', '2025-10'],
    ['DAY_START', '2025-10-13T00:00:00.000Z', '2025-10-13T00:00:00Z'],
    ['DAY_END', '2025-10-13T23:59:59.999Z', '2025-10-13T23:59:59Z'],
  ])('%s writes %j as %j', (form, value, expected) => expect(write(form, value)).toEqual(expected));

  it('writes null as null', () => {
    for (const form of Object.values(FORMS)) expect(form.write(null)).toBeNull();
  });
});
