import { requestOf } from '../../cli/online.ts';
import type { Request } from '../../cli/commands/asking.ts';
import { day, plusDays } from '../../domain/calendar.ts';
import { MatterId, QueryId } from '../../domain/ids.ts';
import { cents } from '../../domain/money.ts';
import { holdsShown, planShown, queriesShown } from '../../usecases/akte/akte-shown.ts';
import { agreeInstalments, offerInstalments } from '../../usecases/akte/agree-instalments.ts';
import { callList, takeCall } from '../../usecases/dunning/call-debtor.ts';
import { answerQuery } from '../../usecases/akte/answer-query.ts';
import { noteAnswer } from '../../usecases/akte/note-answer.ts';
import { AKTE, START, musterversand } from '../support/akte.ts';
import { rheinbogen } from '../support/notices.ts';
import { aProcess } from '../support/process.ts';
import { memoryCreditors, memoryMailbox, memoryOnce, recordedWorkflows } from '../../simulator/agency/stores.ts';

const request = (...args: string[]): Request => requestOf(args, { today: day(START), read: () => ({}) }) as Request;
/** No-break spaces are spaces to whoever reads a test. */
const text = (asked: Request, answer: unknown): string =>
  asked.shown(JSON.parse(JSON.stringify(answer))).replaceAll('\u00a0', ' ');
const inPhoneWindow = async () => {
  const process = await aProcess();
  await process.run('F1', 1, 21);
  process.clock.jumpTo(process.clock.instantOf(plusDays(day(START), 21), 10));
  return {
    ...process,
    ports: {
      ...process.ports,
      workflows: recordedWorkflows(),
      mailbox: memoryMailbox(),
      once: memoryOnce(),
      agency: rheinbogen,
      creditors: memoryCreditors(musterversand),
    },
  };
};
const CALL = ['--angelegenheit', 'M1', '--stufe', '1'];
const taken = { akte: AKTE, matter: MatterId.parse('M1'), stage: 1, by: 'operator:Frau Sommer' } as const;

test('the calls of today as a table, with how to take the first, and what the creditor remarked, which was kept and shown nowhere', async () => {
  const c = await inPhoneWindow();
  await takeCall(c.ports)(taken);
  const calls = (await callList(c.ports)(musterversand.id)).map(({ open, ...call }) => ({ ...call, openCents: open }));
  expect(
    text(request('anrufe', 'liste', 'MUS'), {
      calls: [
        ...calls,
        {
          ...calls[0],
          debtor: 'Müller & Söhne Malerbetrieb',
          parts: ['evening'],
          openCents: 1_234_567,
          sender: 'creditor',
          takenBy: null,
        },
      ],
    }),
  ).toMatchInlineSnapshot(`
   "2 Anrufe für heute, der dringendste zuerst

     Aktenzeichen   Ang.  Stufe  Name                         Telefon         im Namen   Versuch  Tageszeiten              bis               offen  übernommen von
     MUS-4F7K-2QXR  M1        1  Erika Beispiel               +4915110000001  Inkasso          1  vormittags, nachmittags  06.04.2026     150,96 €  Frau Sommer
     MUS-4F7K-2QXR  M1        1  Müller & Söhne Malerbetrieb  +4915110000001  Gläubiger        1  abends                   06.04.2026  12.345,67 €

   Übernehmen: mahnwerk anrufe nehmen MUS-4F7K-2QXR --angelegenheit M1 --stufe 1
   "
  `);
  const told = { ...calls[0], furtherPhones: ['+493023125001'], language: 'tr', remarks: ['zahlt sonst pünktlich'] };
  expect(text(request('anrufe', 'liste', 'MUS'), { calls: [told] })).toContain(
    '\nMUS-4F7K-2QXR: auch unter +493023125001 · Sprache: tr · Bemerkung: zahlt sonst pünktlich\nÜbernehmen: ',
  );
  expect(text(request('anrufe', 'liste', 'MUS'), { calls: [] })).toBe('Heute steht kein Anruf an.\n');
});

test('a call that is taken says until when; what must still be noted after one is said', async () => {
  const c = await inPhoneWindow();
  const { id: akte, callsTaken } = await takeCall(c.ports)(taken);
  expect(text(request('anrufe', 'nehmen', AKTE, ...CALL), { akte, callCount: 0, taken: callsTaken })).toMatch(
    /^MUS-4F7K-2QXR: übernommen von Frau Sommer bis \d\d:\d\d Uhr\.\n$/,
  );
  const noted = (outcome: string): string =>
    text(request('anrufe', 'notieren', AKTE, ...CALL, '--zeit', 'abends', '--ergebnis', outcome), {
      akte,
      callCount: 1,
      taken: [],
    });
  expect(noted('erreicht')).toBe(`${AKTE}: Anruf eingetragen.\n`);
  expect(noted('zusage')).toContain(`mahnwerk akte antwort ${AKTE} --art zusage --bis TAG`);
  expect(noted('bestritten')).toContain('--art widerspruch --grund …');
  expect([noted('zusage'), noted('bestritten')].every((t) => t.includes('Das Mahnen ruht'))).toBe(true);
  expect(noted('raten')).toContain('Das Mahnen ruht 14 Tage.');
  expect(noted('falsche-nummer')).toContain('--art kontakt --telefon …');
});

const WISH = { akte: AKTE, rate: cents(6_000), first: day('2026-04-01'), withFee: true };
/** An offer as the API answers it. */
const replyOf = ({
  rates,
  open,
  fee,
  collectionFee,
  interest,
  total,
}: Awaited<ReturnType<ReturnType<typeof offerInstalments>>>) => ({
  akte: AKTE,
  plan: null,
  offer: {
    rates: rates.map((r) => ({ due: r.due, amountCents: r.amount })),
    openCents: open,
    feeCents: fee,
    collectionFeeCents: collectionFee,
    interestCents: interest,
    totalCents: total,
  },
});
test('an offer of instalments: every rate, the sums, and the very command of the consent', async () => {
  const c = await inPhoneWindow();
  const asked = request('akte', 'raten', AKTE, '--rate', '60,00', '--ab', '01.04.2026', '--mit-gebuehr');
  const offer = await offerInstalments(c.ports)(WISH);
  const offered = text(asked, replyOf(offer));
  expect(offered).toMatchInlineSnapshot(`
   "Angebot für MUS-4F7K-2QXR; vereinbart ist noch nichts.

     Rate  fällig       Betrag
        1  01.04.2026  60,00 €
        2  04.05.2026  60,00 €
        3  01.06.2026  60,00 €
        4  01.07.2026   8,48 €

     heute offen                                        151,19 €
     Einigungsgebühr                                     36,05 €
     weitere Inkassokosten nach den ersten zwei Wochen    0,00 €
     Zinsen bis zum Ende                                  1,24 €
     Gesamtbetrag                                       188,48 €

   Hat der Schuldner diesem Gesamtbetrag in Textform zugestimmt:
     mahnwerk akte raten MUS-4F7K-2QXR --rate 60,00 --ab 01.04.2026 --mit-gebuehr --zustimmung 188,48
   "
  `);
  const desk = { today: day(START), read: () => ({}) };
  const consent = requestOf(/mahnwerk (.*--zustimmung \S+)/.exec(offered)?.[1]?.split(' ') ?? [], desk) as Request;
  expect(consent.body).toEqual({ ...(asked.body as object), totalCents: offer.total });
  const akte = await agreeInstalments(c.ports)({ ...WISH, total: offer.total, by: 'operator:x' as const });
  const plan = planShown(akte.plans.at(-1)!.plan);
  expect(text(consent, { akte: AKTE, offer: null, plan })).toBe(
    `${AKTE}: Ratenplan R1 vereinbart: monatlich 60,00 €, erste Rate am 01.04.2026, Einigungsgebühr 36,05 €.\n`,
  );
});

test('an answer: what holds the dunning, and what the creditor is asked', async () => {
  const c = await inPhoneWindow();
  const asked = request('akte', 'antwort', AKTE, '--art', 'widerspruch', '--grund', 'nicht-erhalten');
  const akte = await noteAnswer(c.ports)({
    akte: AKTE,
    answer: { kind: 'dispute', reason: 'not-received' },
    by: 'operator:x',
  });
  expect(
    text(asked, {
      akte: AKTE,
      holds: holdsShown(akte, { forCreditor: false }),
      queries: queriesShown(akte),
    }),
  ).toBe(`${AKTE}: eingetragen.
Das Mahnen ruht:
  Widerspruch in Prüfung: Bestritten: nichts erhalten
Rückfrage Q1 an den Gläubiger, Antwort bis 07.04.2026: Der Schuldner erklärt, nichts erhalten zu haben. Bitte senden Sie uns den Liefer- oder Leistungsnachweis.
`);
  expect(text(asked, { akte: AKTE, holds: [], queries: [] })).toBe(
    `${AKTE}: eingetragen.\nNichts hält das Mahnen an.\n`,
  );
});

test('the first answer to a query stands, and whoever gives a second is told', async () => {
  const c = await inPhoneWindow();
  await noteAnswer(c.ports)({ akte: AKTE, answer: { kind: 'dispute', reason: 'amount' }, by: 'operator:x' });
  const said = async (answer: string): Promise<string> =>
    text(request('akte', 'rueckfrage', AKTE, 'Q1', '--antwort', answer), {
      akte: AKTE,
      queries: queriesShown(
        await answerQuery(c.ports)({ akte: AKTE, query: QueryId.parse('Q1'), answer, by: 'operator:x' }),
      ),
      missing: [],
    });
  expect(await said('Zähler abgelesen.')).toContain(
    `${AKTE}: Antwort auf Q1 eingetragen.\nIst der Widerspruch damit erledigt: mahnwerk akte antwort ${AKTE} --art vorbei --grund widerspruch`,
  );
  expect(await said('Geschätzt.')).toBe(
    `${AKTE}: Q1 war schon am 23.03.2026 beantwortet: „Zähler abgelesen.“ Die neue Antwort ist nicht eingetragen.\n`,
  );
});

test('what waits for a person', () => {
  const one = {
    akte: AKTE,
    claim: 'F1',
    state: 'Klärung',
    since: '2026-03-02T09:15:00.000Z',
    why: 'Der Brief wurde abgelehnt.',
    todo: 'Ursache beheben; danach „clarify“.',
  };
  expect(text(request('klaerung', 'liste'), { cases: [one], next: null })).toBe(
    `Ein Fall wartet\n\n${AKTE}, F1, „Klärung“, seit 02.03.2026 10:15 Uhr\n  Der Brief wurde abgelehnt.\n  Zu tun: Ursache beheben; danach „clarify“.\n`,
  );
  expect(text(request('klaerung', 'liste'), { cases: [one, one], next: 'c' })).toMatch(
    /^2 Fälle warten, der älteste zuerst\n\n[^]*\nund weitere, die kürzer warten\n$/,
  );
  expect(text(request('klaerung', 'liste'), { cases: [], next: null })).toBe('Kein Fall wartet auf eine Person.\n');
});

test('for scripts, and where an answer has another form than expected: as it came', () => {
  expect(text(request('klaerung', 'liste', '--json'), { waiting: 0, cases: [] })).toBe(
    '{\n  "waiting": 0,\n  "cases": []\n}\n',
  );
  expect(text(request('akte', 'antwort', AKTE, '--art', 'nachweis', '--notiz', 'x'), { akte: AKTE })).toBe(
    `{\n  "akte": "${AKTE}"\n}\n`,
  );
});

test('what failed, source by source, with what to do; and what doing it again did', () => {
  const listed = {
    failures: [
      {
        source: 'bank',
        what: 'Kontoauszüge, die eingetroffen sind',
        waiting: 2,
        some: [
          { since: '2026-03-02T07:05:00.000Z', about: 'bank/auszug.xml', fault: 'Unavailable' },
          { since: '2026-03-02T07:06:00.000Z', about: null, fault: null },
        ],
      },
    ],
    next: null,
  };
  expect(text(request('betrieb', 'liste'), listed)).toBe(
    `bank: 2
  Kontoauszüge, die eingetroffen sind
  seit 02.03.2026 08:05 Uhr: bank/auszug.xml (Unavailable)
  seit 02.03.2026 08:06 Uhr
  Ursache beheben, dann: mahnwerk betrieb nachholen bank
`,
  );
  expect(text(request('betrieb', 'liste'), { failures: [], next: null })).toBe(
    'Nichts ist gescheitert, das noch nachzuholen wäre.\n',
  );
  const again = request('betrieb', 'nachholen', 'bank');
  expect(text(again, { source: 'bank', again: 1, left: 3 })).toBe(
    'bank: Ein Ereignis ist noch einmal angestoßen. Es warten noch etwa 3: den Befehl wiederholen.\nWas wieder scheitert, liegt in einigen Minuten wieder hier: mahnwerk betrieb liste\n',
  );
  expect(text(again, { source: 'bank', again: 0, left: 0 })).toBe('bank: Dort wartet nichts.\n');
});

test('a creditor’s access: its secret once, what there is, and that it is revoked', () => {
  const erp = {
    creditor: 'MUS',
    purpose: 'erp',
    state: 'active',
    clientId: 'c1',
    ending: null,
    since: '2026-03-02T07:05:00.000Z',
    by: 'operator:Frau Sommer' as const,
  };
  const make = request('zugang', 'anlegen', 'MUS', '--zweck', 'erp');
  expect(text(make, { ...erp, clientSecret: 's1' })).toContain('  Client-ID:  c1\n  Geheimnis:  s1\n');
  expect(text(make, { ...erp, clientSecret: null })).toMatch(/^MUS, erp: Den Zugang gibt es schon \(c1\); ein zweiter/);
  expect(text(request('zugang', 'sperren', 'MUS', '--zweck', 'erp'), { ...erp, state: 'revoked' })).toMatch(
    /^MUS, erp: gesperrt\./,
  );
  expect(text(request('zugang', 'liste', 'MUS'), { accesses: [erp], next: null })).toBe(
    '  Zweck  Zustand  Client-ID  daneben noch  seit              von\n  erp    offen    c1                       02.03.2026 08:05  Frau Sommer\n',
  );
  const renewed = { ...erp, clientId: 'c2', ending: { clientId: 'c1', until: '2026-04-01T06:05:00.000Z' } };
  expect(text(request('zugang', 'erneuern', 'MUS', '--zweck', 'erp'), { ...renewed, clientSecret: 's2' })).toMatch(
    /^MUS, erp: Zugang erneuert\. [^]*Client-ID: {2}c2\n {2}Geheimnis: {2}s2\n\nBis 01\.04\.2026 08:05 gilt daneben noch c1\.\n.*erneuern MUS --zweck erp --fertig\n$/,
  );
  expect(text(request('zugang', 'liste', 'MUS'), { accesses: [renewed], next: null })).toContain(
    'c1 bis 01.04.2026 08:05',
  );
  const settled = request('zugang', 'erneuern', 'MUS', '--zweck', 'erp', '--fertig');
  expect(text(settled, { ...erp, clientId: 'c2' })).toBe('MUS, erp: Es gilt nur noch die Client-ID c2.\n');
});

test('one of our own people is shut out and let in again: who said so, and when', () => {
  const winter = { name: 'winter', since: '2026-03-02T07:05:00.000Z', by: 'operator:herbst' as const };
  expect(text(request('team', 'sperren', 'winter'), { ...winter, state: 'revoked' })).toBe(
    'winter: gesperrt, 02.03.2026 08:05 von herbst. Was damit noch gefragt wird, wird abgelehnt.\n',
  );
  expect(text(request('team', 'zulassen', 'winter'), { ...winter, state: 'active' })).toBe(
    'winter: wieder zugelassen, 02.03.2026 08:05 von herbst.\n',
  );
});
