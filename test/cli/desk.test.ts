import { isDeskCommand, type DeskCommand } from '../../cli/desk-help.ts';
import { desk } from '../../cli/desk.ts';
import { Rejected } from '../../domain/faults.ts';

const said = (command: DeskCommand, line: string): string =>
  desk(command, line.match(/"[^"]*"|\S+/g)?.map((w) => w.replaceAll('"', '')) ?? []).replaceAll('\u00a0', ' ');
const refusal = (command: DeskCommand, line: string): string => {
  try {
    said(command, line);
  } catch (error) {
    if (error instanceof Rejected) return error.message;
    throw error;
  }
  return 'accepted';
};

test('the commands there are', () => {
  expect(['fee', 'interest', 'deadline', 'akte', 'toString', undefined].filter(isDeskCommand)).toEqual([
    'fee',
    'interest',
    'deadline',
  ]);
});
test.each<DeskCommand>(['fee', 'interest', 'deadline'])('%s --help shows the options and examples', (command) => {
  expect(said(command, '--help')).toContain('Beispiele:');
});

describe('fee', () => {
  test('0.9 of the table of the order day, expenses capped', () => {
    expect(said('fee', '--wert 1.234,56 --auftrag 02.03.2026')).toMatch(
      /Tabelle RVG2025.*volle Gebühr +134,50 €.*Geschäftsgebühr +121,05 €.*0,9 × 134,50 €.*Auslagen +20,00 €.*zusammen +141,05 €/s,
    );
    expect(said('fee', '--wert 1.234,56 --auftrag 31.05.2025')).toContain('Tabelle RVG2021');
  });
  test('the small base, the least fee, VAT', () => {
    expect(said('fee', '--wert 45,00 --auftrag 2026-03-02 --satz 0,25 --mit-umsatzsteuer')).toMatch(
      /31,50 €.*§ 13 Abs\. 2 RVG.*15,00 €.*mindestens 15,00 €.*18,00 €.*3,42 €.*21,42 €/s,
    );
  });
  test('disputed: no small base, up to 2.5', () => {
    expect(said('fee', '--wert 45,00 --auftrag 02.03.2026 --satz 2,5 --bestritten')).toMatch(/51,50 €.*128,75 €/s);
  });
  test.each([
    ['--auftrag 02.03.2026', '--wert: fehlt'],
    ['--wert 1.234 --auftrag 02.03.2026', '--wert: „1.234“ ist mehrdeutig'],
    ['--wert -5,00 --auftrag 02.03.2026', '--wert'],
    ['--wert 0,00 --auftrag 02.03.2026', '--wert: Der Betrag muss größer'],
    ['--wert 5,00 --auftrag 31.02.2026', '--auftrag: „31.02.2026“ ist kein Datum'],
    ['--wert 5,00 --auftrag 01.01.2010', '--auftrag: '],
    ['--wert 5,00 --auftrag 02.03.2026 --satz 1,4', '--satz: Für eine unbestrittene Forderung'],
    ['--wert 5,00 --auftrag 02.03.2026 --satz viel', '--satz: „viel“ ist keine Zahl'],
    ['--wat 3', '--wat: passt hier nicht'],
    [
      '--wert 5,00 --auftrag 02.03.2026 wort',
      'wort: steht ohne Namen da. Gehört es zu einer Angabe aus mehreren Wörtern, so steht sie in Anführungszeichen',
    ],
  ])('refuses %s', (line, message) => {
    expect(refusal('fee', line)).toContain(message);
  });
});

describe('interest', () => {
  test('half-years with base rate and margin, one rounding, the assumed one said', () => {
    const text = said('interest', '--betrag 1.000,00 --ab 25.01.2026 --bis 30.06.2027 --schuldner unternehmen');
    expect(text).toMatch(
      /157 Tage ÷ 365 × 10,27 % \(Basiszinssatz 1,27 % \+ 9,00 %\).*10,52 %.*angenommen.*zusammen +149,3750 €.*gerundet +149,38 €/s,
    );
  });
  test('old contracts between businesses bear eight points', () => {
    expect(
      said(
        'interest',
        '--betrag 100,00 --ab 25.01.2026 --bis 30.01.2026 --schuldner unternehmen --entstanden 28.07.2014',
      ),
    ).toContain('+ 8,00 %');
  });
  test('a fixed rate, and a year of always 365 days', () => {
    expect(
      said('interest', '--betrag 1.000,00 --ab 01.01.2024 --bis 31.12.2024 --satz 4,00 --zaehlung act/365'),
    ).toMatch(/zusammen +40,1095 €\s+gerundet +40,11 €/);
    expect(said('interest', '--betrag 1.000,00 --ab 01.01.2024 --bis 31.12.2024 --satz 4')).toMatch(
      /zusammen +40,0000 €\s+gerundet +40,00 €/,
    );
  });
  test.each([
    ['--betrag 5,00 --ab 25.01.2027 --bis 30.06.2026', '--bis: Der letzte Zinstag'],
    ['--betrag 5,00 --ab 25.01.2026 --bis 30.06.2026 --schuldner verein', '--schuldner: „verein“ gibt es nicht'],
    ['--betrag 5,00 --ab 25.01.1999 --bis 30.06.1999', '--ab: Verzugszinssatz'],
  ])('refuses %s', (line, message) => {
    expect(refusal('interest', line)).toContain(message);
  });
});

describe('deadline', () => {
  test('a month from 31 January ends on the last of February, moved from a Saturday', () => {
    expect(said('deadline', '--ereignis 31.01.2026 --frist "1 Monat"')).toContain(
      'Montag, 02.03.2026.\nRechnerisch wäre es Samstag, 28.02.2026; es gilt',
    );
  });
  test('a holiday of the Land moves it, elsewhere not', () => {
    expect(said('deadline', '--ereignis 21.05.2026 --frist "2 Wochen" --land nw')).toContain(
      'Freitag, 05.06.2026.\nRechnerisch wäre es Donnerstag, 04.06.2026, ein Feiertag',
    );
    expect(said('deadline', '--ereignis 21.05.2026 --frist P2W --land BE')).toContain(
      'Donnerstag, 04.06.2026.\nDer letzte Tag ist ein Werktag',
    );
  });
  test('limitation ends on its day; acting is possible until the next working day', () => {
    expect(said('deadline', '--verjaehrung --entstanden 10.01.2019')).toMatch(
      /Samstag, 31\.12\.2022|31\.12\.2022.*Montag, 02\.01\.2023/s,
    );
  });
  test.each([
    ['--frist P2W', '--ereignis: fehlt'],
    ['--ereignis 01.03.2026 --frist gestern', '--frist: „gestern“'],
    ['--ereignis 01.03.2026 --frist P2W --land XX', '--land: „XX“ ist kein Land'],
    ['--ereignis 01.03.2060 --frist P2W', '--ereignis: Für 2060'],
  ])('refuses %s', (line, message) => {
    expect(refusal('deadline', line)).toContain(message);
  });
});
