import { Month } from '../../../domain/calendar.ts';
import { stageOf } from '../../../config/stages.ts';
import { legalFormOf, legalLines, LEGAL_FORMS } from '../../../domain/parties/imprint.ts';
import { handOverMail, payoutMail, unmatchedMail } from '../../../domain/letters/reports.ts';
import { Agency } from '../../../domain/parties/parties.ts';
import { musterladen, rheinbogen } from '../../support/notices.ts';
import { takenList } from '../../support/hand-overs.ts';

const ENTRY = { seat: 'Köln', court: 'Amtsgericht Köln', number: 'HRB 1', directors: ['Regine Bogen'] };
const problems = (name: string, legal: object | undefined): string[] => {
  const { legal: _, ...rest } = rheinbogen;
  const parsed = Agency.safeParse({ ...rest, name, ...(legal ? { legal } : {}) });
  return parsed.success ? [] : parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
};

describe('the form a name says', () => {
  test.each([
    ['Rheinbogen Inkasso GmbH', 'gmbh'],
    ['Rheinbogen Inkassogesellschaft mbH', 'gmbh'],
    ['Rheinbogen gGmbH', 'gmbh'],
    ['RHEINBOGEN GMBH', 'gmbh'],
    ['Rheinbogen UG (haftungsbeschränkt)', 'gmbh'],
    ['Rheinbogen AG', 'ag'],
    ['Rheinbogen Aktiengesellschaft', 'ag'],
    ['Rheinbogen SE', 'se'],
    ['Rheinbogen GmbH & Co. KG', 'coKg'],
    ['Rheinbogen UG (haftungsbeschränkt) & Co. KG', 'coKg'],
    ['Rheinbogen GmbH & Co. KGaA', 'coKg'],
    ['Rheinbogen KGaA', 'kgaa'],
    ['Rheinbogen KG', 'kg'],
    ['Bogen & Ufer OHG', 'ohg'],
    ['Rheinbogen eG', 'eg'],
    ['Regine Bogen e. K.', 'ek'],
    ['Bogen und Ufer Rechtsanwälte PartG mbB', 'partG'],
    ['Regine Bogen Inkasso', null],
    ['SEGELSCHULE Agnes KGruber', null],
  ])('%s: %s', (name, form) => {
    expect(legalFormOf(name)).toBe(form);
  });
  test('each form is known by a name', () => {
    expect(LEGAL_FORMS).toHaveLength(10);
  });
});

describe('letters had gone out without seat, register court, number and directors', () => {
  test.each(['Rheinbogen GmbH', 'Rheinbogen UG', 'Rheinbogen AG', 'Rheinbogen SE', 'Rheinbogen KG', 'Bogen & Co. OHG'])(
    'an agency %s without them is refused by name',
    (name) => {
      expect(problems(name, undefined)).toEqual([expect.stringContaining(`legal: „${name}“`)]);
    },
  );
  test.each([
    ['Rheinbogen GmbH', { ...ENTRY, directors: [] }, 'legal.directors'],
    ['Rheinbogen AG', ENTRY, 'legal.chair'],
    ['Rheinbogen GmbH & Co. KG', ENTRY, 'legal.partner'],
    [
      'Rheinbogen GmbH & Co. KG',
      { ...ENTRY, directors: [], partner: { ...ENTRY, name: 'Ufer GmbH', directors: [] } },
      'legal.partner.directors',
    ],
    ['Rheinbogen GmbH', { ...ENTRY, directors: ['Bogen'] }, 'legal.directors.0'],
    ['Rheinbogen GmbH', { ...ENTRY, seat: ' ' }, 'legal.seat'],
  ])('%s lacking one of them is told which: %#', (name, legal, path) => {
    expect([...new Set(problems(name, legal).map((p) => p.split(': ')[0]))]).toEqual([path]);
  });
  test.each([
    ['Regine Bogen Inkasso', undefined],
    ['Rheinbogen KG', { ...ENTRY, directors: [] }],
    ['Rheinbogen AG', { ...ENTRY, chair: 'Karl Ufer' }],
    ['Rheinbogen GmbH & Co. KG', { ...ENTRY, directors: [], partner: { ...ENTRY, name: 'Ufer GmbH' } }],
  ])('%s has all it needs', (name, legal) => {
    expect(problems(name, legal)).toEqual([]);
  });
  test('the agencies we ship have theirs', () => {
    for (const stage of ['dev', 'demo', 'prod'])
      expect(legalLines(Agency.parse(stageOf(stage).agency))).toHaveLength(1);
  });
  test('a firm whose partner is liable shows both', () => {
    const legal = { ...ENTRY, directors: [], partner: { ...ENTRY, name: 'Ufer GmbH' } };
    expect(legalLines({ name: 'Rheinbogen GmbH & Co. KG', legal })).toEqual([
      'Sitz: Köln · Amtsgericht Köln, HRB 1',
      'Persönlich haftende Gesellschafterin: Ufer GmbH · Sitz: Köln · Amtsgericht Köln, HRB 1 · Geschäftsführung: Regine Bogen',
    ]);
  });
  test('a board is called one, with who presides over its supervisors', () => {
    expect(legalLines({ name: 'Rheinbogen AG', legal: { ...ENTRY, chair: 'Karl Ufer' } })).toEqual([
      'Sitz: Köln · Amtsgericht Köln, HRB 1 · Vorstand: Regine Bogen · Vorsitz des Aufsichtsrats: Karl Ufer',
    ]);
  });
  test('whose name says no form is led by a management; who has no such duties says nothing', () => {
    expect(legalLines({ name: 'Rheinbogen', legal: ENTRY })).toEqual([
      'Sitz: Köln · Amtsgericht Köln, HRB 1 · Geschäftsführung: Regine Bogen',
    ]);
    expect(legalLines({ name: 'Rheinbogen' })).toEqual([]);
  });
  test('mails to creditors and to finance end with them, too', () => {
    for (const { text } of [
      handOverMail({ creditor: musterladen, agency: rheinbogen, handOver: takenList() }),
      payoutMail({ agency: rheinbogen, month: Month.parse('2026-03'), payouts: [], files: [] }),
      unmatchedMail({ agency: rheinbogen, statement: 'S', lines: [] }),
    ])
      expect(text).toContain(
        'Uferweg 3, 50667 Köln\nSitz: Köln · Amtsgericht Köln, HRB 000000 · Geschäftsführung: Regine Bogen, Karl Ufer',
      );
  });
});
