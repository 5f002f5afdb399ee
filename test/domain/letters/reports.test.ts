import { BankLineId } from '../../../domain/account/bank.ts';
import { Month } from '../../../domain/calendar.ts';
import { day } from '../../../domain/calendar.ts';
import type { EndedList } from '../../../domain/intake/hand-over.ts';
import {
  creditorPayoutMail,
  handOverMail,
  monthInWords,
  payoutMail,
  unmatchedMail,
  unreadableMail,
  type PlainMail,
} from '../../../domain/letters/reports.ts';
import { cents } from '../../../domain/money.ts';
import { checkedList, refusedList, takenList } from '../../support/hand-overs.ts';
import { musterladen, payoutLine, rheinbogen, statement } from '../../support/notices.ts';

/** Ten rows with some of each outcome, and where its reports lie. */
const SOME = {
  accepted: 7,
  rejected: 2,
  duplicates: 1,
  report: 'handover/MUS/U-1/fehlerbericht.csv',
  correction: 'handover/MUS/U-1/korrektur.csv',
};
const mailOn = (handOver: EndedList) => handOverMail({ creditor: musterladen, agency: rheinbogen, handOver });
const mail = (change: Parameters<typeof takenList>[0] = {}) => mailOn(takenList({ ...SOME, ...change }));
const checked = (change: Parameters<typeof checkedList>[0] = {}) => mailOn(checkedList({ ...SOME, ...change }));
const refused = (change: Parameters<typeof refusedList>[0] = {}) => mailOn(refusedList({ ...SOME, ...change }));

describe('the mail about a hand-over', () => {
  test('gives all four numbers and the way to the reports', () => {
    const { subject, text } = mail();
    expect(subject).toBe('Forderungsabgabe U-1: 7 angenommen, 2 zurückgewiesen, 1 schon bekannt');
    for (const line of [
      '„liste.csv“',
      'Zeilen in der Datei: 10',
      'angenommen: 7',
      'zurückgewiesen: 2',
      'schon bekannt (nicht noch einmal angelegt): 1',
      'fehlerbericht.csv',
      'stehen unverändert in handover/MUS/U-1/korrektur.csv',
    ])
      expect(text).toContain(line);
  });
  test('asks for nothing when all is well', () => {
    const { text } = mail({ accepted: 9, rejected: 0, report: null, correction: null });
    expect(text).not.toMatch(/Bitte|Fehlerbericht/);
  });
  test('says why a file was refused and claims no numbers', () => {
    const { subject, text } = refused({
      rows: 0,
      accepted: 0,
      rejected: 0,
      duplicates: 0,
      report: null,
      correction: null,
      problem: 'Die Spalte Rechnungsnummer fehlt.',
    });
    expect(subject).toContain('nicht angenommen');
    expect(text).toContain('Die Spalte Rechnungsnummer fehlt.');
    expect(text).not.toMatch(/Zeilen in der Datei|hat begonnen/);
  });
  test('all or nothing: the whole list is wanted again, not just the mended rows', () => {
    expect(refused({ accepted: 0, rejected: 9, problem: 'Nichts wurde übernommen.' }).text).toContain(
      'die ganze Liste noch einmal',
    );
  });
  test('only looked at: says so, and that nothing was taken', () => {
    const { subject, text } = checked();
    expect(subject).toContain('Prüfung, 7 in Ordnung');
    expect(text).toContain('Es wurde nichts übernommen');
    expect(text).not.toContain('hat begonnen');
  });
});

describe('the mail about a hand-over, word for word', () => {
  const signed = `Mit freundlichen Grüßen\n${rheinbogen.name}\nTelefon ${rheinbogen.phone} · ${rheinbogen.email}\nUferweg 3, 50667 Köln\nSitz: Köln · Amtsgericht Köln, HRB 000000 · Geschäftsführung: Regine Bogen, Karl Ufer`;
  const paragraphs = ({ text }: PlainMail): readonly string[] => text.split('\n\n');
  const body = (change: Parameters<typeof mail>[0]): readonly string[] => paragraphs(mail(change));
  const begun = 'Die Bearbeitung der angenommenen Forderungen hat begonnen. Sie müssen nichts weiter tun.';
  const again =
    'Bitte berichtigen Sie die Datei und geben Sie sie noch einmal ab. Zeilen, die wir schon haben, erkennen wir wieder.';
  const numbers = (word: string, n: number, rejected: number, known: number): string =>
    `Zeilen in der Datei: 10\n${word}: ${n}\nzurückgewiesen: ${rejected}\nschon bekannt (nicht noch einmal angelegt): ${known}`;
  test('all well: who, what, and that nothing has to be done', () => {
    expect(body({ accepted: 10, rejected: 0, duplicates: 0, report: null, correction: null })).toEqual([
      'Guten Tag Musterladen GmbH,',
      'wir haben Ihre Übergabeliste „liste.csv“ geprüft.',
      numbers('angenommen', 10, 0, 0),
      begun,
      signed,
    ]);
    expect(mail({ accepted: 10, rejected: 0, duplicates: 0 }).subject).toBe('Forderungsabgabe U-1: 10 angenommen');
  });
  test('some refused: the rows to mend, and no word of handing in the whole list', () => {
    const text = mail().text;
    expect(text).not.toMatch(/ganze Liste|noch einmal ab|nur eine Prüfung/);
    expect(text).toContain(begun);
  });
  test('warnings are counted where there are any', () => {
    expect(body({ warnings: 3 })[2]).toBe(
      `${numbers('angenommen', 7, 2, 1)}\nWarnungen zu angenommenen oder zurückgewiesenen Zeilen: 3`,
    );
  });
  test('refused rows, but no file of them: the list is wanted again', () => {
    expect(body({ report: null, correction: null })).toEqual([
      'Guten Tag Musterladen GmbH,',
      'wir haben Ihre Übergabeliste „liste.csv“ geprüft.',
      numbers('angenommen', 7, 2, 1),
      again,
      begun,
      signed,
    ]);
  });
  test('a file of which nothing could be used', () => {
    expect(
      paragraphs(
        refused({
          rows: 0,
          accepted: 0,
          rejected: 0,
          duplicates: 0,
          report: null,
          correction: null,
          problem: 'Die Datei ist leer.',
        }),
      ),
    ).toEqual([
      'Guten Tag Musterladen GmbH,',
      'wir haben Ihre Übergabeliste „liste.csv“ geprüft.',
      'Die Datei ist leer.',
      again,
      signed,
    ]);
    expect([refused().subject, mail({ problem: 'x' }).subject]).toEqual([
      'Forderungsabgabe U-1: nicht angenommen',
      'Forderungsabgabe U-1: nicht angenommen',
    ]);
  });
  test('all or nothing: not the mended rows, the whole list', () => {
    expect(paragraphs(refused({ accepted: 0, rejected: 9 })).slice(-2)).toEqual([
      'Bitte berichtigen Sie die betroffenen Zeilen in Ihrer Liste und geben Sie die ganze Liste noch einmal ab.',
      signed,
    ]);
    expect(refused().text).not.toContain('stehen unverändert');
  });
  test('a check only', () => {
    expect(paragraphs(checked({ rejected: 0, duplicates: 3, report: null, correction: null }))).toEqual([
      'Guten Tag Musterladen GmbH,',
      'wir haben Ihre Übergabeliste „liste.csv“ geprüft.',
      numbers('in Ordnung', 7, 0, 3),
      'Das war nur eine Prüfung: Es wurde nichts übernommen.',
      signed,
    ]);
  });
});

describe('the mail about payouts', () => {
  test('gives the sum that the payment order must show', () => {
    const { subject, text } = payoutMail({
      agency: rheinbogen,
      month: Month.parse('2026-03'),
      payouts: [
        { creditor: 'Musterladen GmbH', amount: cents(23_413) },
        { creditor: 'Beispiel AG', amount: cents(0) },
      ],
      files: ['payouts/2026-03/ueberweisungen.xml'],
    });
    expect(subject).toBe('Auszahlungen März 2026: 234,13\u00a0€ an 1 Mandanten');
    expect(text).toContain('Summe: 234,13\u00a0€');
    expect(text).toContain('- payouts/2026-03/ueberweisungen.xml');
    expect(text.split('\n\n').slice(2, 5)).toEqual([
      'Musterladen GmbH: 234,13\u00a0€\nBeispiel AG: 0,00\u00a0€\nSumme: 234,13\u00a0€',
      'Bitte prüfen Sie die Überweisungsdatei und geben Sie sie bei der Bank frei. Ihre Summe muss mit der Summe oben übereinstimmen.',
      'Dateien:\n- payouts/2026-03/ueberweisungen.xml',
    ]);
  });
  test('does not send anybody looking for a file that is not there', () => {
    expect(
      payoutMail({ agency: rheinbogen, month: Month.parse('2026-03'), payouts: [], files: [] })
        .text.split('\n\n')
        .slice(2, -1),
    ).toEqual([
      'Es gibt keine Mandanten mit einer Abrechnung.',
      'Es ist nichts zu überweisen; eine Überweisungsdatei gibt es nicht.',
    ]);
    expect(
      payoutMail({
        agency: rheinbogen,
        month: Month.parse('2026-03'),
        payouts: [
          { creditor: 'A', amount: cents(1) },
          { creditor: 'B', amount: cents(2) },
          { creditor: 'C', amount: cents(0) },
        ],
        files: [],
      }).subject,
    ).toBe('Auszahlungen März 2026: 0,03\u00a0€ an 2 Mandanten');
  });
});

test('who waits for a new account is named to finance, with the day, and with what happens then', () => {
  const waiting = [{ creditor: 'Musterversand GmbH', until: day('2026-04-03') }];
  const { text } = payoutMail({ agency: rheinbogen, month: Month.parse('2026-03'), payouts: [], waiting, files: [] });
  expect(text).toContain(`Noch nicht ausgezahlt, weil das Konto neu ist und der Gläubiger noch widersprechen kann:
- Musterversand GmbH: ab dem 03.04.2026
Am 9. läuft die Auszahlung von selbst noch einmal; was dann noch wartet, kommt mit dem nächsten Monat.`);
});

test('the mail about bank lines without an Akte names day, amount, payer and text', () => {
  const { subject, text } = unmatchedMail({
    agency: rheinbogen,
    statement: '2026-03-11',
    lines: [
      {
        reason: 'Abgang oder Rückbuchung: bitte von Hand zuordnen',
        entry: {
          id: BankLineId.parse('E1'),
          account: 'DE02120300000000202051',
          bookedOn: day('2026-03-11'),
          valueDate: day('2026-03-11'),
          amount: cents(-500),
          remittance: 'Rückgabe',
          payerName: 'K. Vorbild',
          reversal: true,
        },
      },
    ],
  });
  expect(subject).toContain('1 Buchung ohne Zuordnung');
  expect(text).toContain(
    '11.03.2026, −5,00\u00a0€ (Rückbuchung), K. Vorbild: Rückgabe\n  Abgang oder Rückbuchung: bitte von Hand zuordnen',
  );
  expect(text).toContain('mahnwerk akte zahlung AKTENZEICHEN --kennung');
});

test('several, and one without a word about itself', () => {
  const line = {
    id: 'E1',
    account: 'DE02120300000000202051',
    bookedOn: day('2026-03-11'),
    valueDate: day('2026-03-11'),
    amount: cents(500),
    remittance: '',
    payerName: undefined,
    reversal: false,
  };
  const of = (n: number) => {
    const { subject, text } = unmatchedMail({
      agency: rheinbogen,
      statement: 'K1',
      lines: Array(n).fill({ entry: line, reason: 'Kein Aktenzeichen' }),
    });
    return [subject, ...text.split('\n\n').slice(1, 3)];
  };
  const said = '- 11.03.2026, 5,00\u00a0€, Name unbekannt: ohne Verwendungszweck\n  Kein Aktenzeichen';
  expect(of(1)).toEqual([
    'Kontoauszug K1: 1 Buchung ohne Zuordnung',
    'diese Buchung konnte nicht gebucht werden:',
    said,
  ]);
  expect(of(2)).toEqual([
    'Kontoauszug K1: 2 Buchungen ohne Zuordnung',
    'diese Buchungen konnten nicht gebucht werden:',
    `${said}\n${said}`,
  ]);
});

test('months have German names', () => {
  expect([monthInWords(Month.parse('2026-01')), monthInWords(Month.parse('2026-12'))]).toEqual([
    'Januar 2026',
    'Dezember 2026',
  ]);
});

describe('the mail with a payout statement', () => {
  const said = (amount: number): PlainMail => {
    const { payout } = statement([payoutLine(1)]);
    const totals = { ...payout.totals, payout: cents(amount) };
    return creditorPayoutMail({ agency: rheinbogen, creditor: musterladen, payout: { ...payout, totals } });
  };
  const paragraphs = ({ text }: PlainMail): readonly string[] => text.replaceAll('\u00a0', ' ').split('\n\n');
  test('says what is transferred and under which reference, where the files are, and no debtor', () => {
    expect(said(234_13).subject.replaceAll('\u00a0', ' ')).toBe('Auszahlung März 2026: 234,13 €');
    expect(paragraphs(said(234_13)).slice(0, 4)).toEqual([
      'Guten Tag Musterladen GmbH,',
      'Ihre Abrechnung für März 2026 liegt bei, als PDF und als Tabelle (CSV).',
      'Wir überweisen 234,13 € auf Ihr Konto; der Verwendungszweck ist MW-2026-03-MUS.',
      'Beide Dateien können Sie auch über die Schnittstelle abrufen: GET /v1/payouts/2026-03.',
    ]);
    expect(said(234_13).text).not.toContain(payoutLine(1).debtorName);
  });
  test('promises no money where there is none', () => {
    expect(paragraphs(said(0))[2]).toBe('Für diesen Monat wird nichts überwiesen; die Abrechnung sagt, warum.');
    expect(paragraphs(said(1))[2]).toContain('Wir überweisen 0,01 €');
  });
});

test('of a statement that could not be read finance learns why, what to do, and who is dunned meanwhile', () => {
  const { subject, text } = unreadableMail({ agency: rheinbogen, statement: 'auszug.xml', why: 'Sie ist leer.' });
  expect(subject).toBe('Kontoauszug auszug.xml ist nicht gebucht');
  expect(text.split('\n\n').slice(0, 3)).toEqual([
    'Guten Tag,',
    'der Kontoauszug auszug.xml ließ sich nicht lesen; keine seiner Buchungen ist gebucht: Sie ist leer.',
    'Bitte den Auszug bei der Bank noch einmal abrufen und unter einem Namen ablegen, der auf .xml endet. Bis dahin wird weiter gemahnt, wer auf diesem Auszug gezahlt hat.',
  ]);
});
