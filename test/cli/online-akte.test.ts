import * as z from 'zod';
import { A, request, refusal, wire } from './asked.ts';

describe('akte: looking and steering', () => {
  test.each<[string, unknown[]]>([
    [`akte zeigen ${A}`, [`GET /v1/akten/${A}`]],
    [`akte optionen ${A}`, [`GET /v1/akten/${A}/options`]],
    [`akte zeigen ${A.toLowerCase()}`, [`GET /v1/akten/${A}`]],
    [
      `akte pausieren ${A} --grund "Rückfrage" --bis 30.04.2026`,
      [`POST /v1/akten/${A}/pause`, { reason: 'Rückfrage', until: '2026-04-30' }],
    ],
    [
      `akte pausieren ${A} --grund x --bis 2026-04-30`,
      [`POST /v1/akten/${A}/pause`, { reason: 'x', until: '2026-04-30' }],
    ],
    [`akte fortsetzen ${A} --grund x`, [`POST /v1/akten/${A}/resume`, { reason: 'x' }]],
    [`akte fortsetzen --grund x ${A}`, [`POST /v1/akten/${A}/resume`, { reason: 'x' }]],
    [`akte schließen ${A} --grund x`, [`POST /v1/akten/${A}/close`, { reason: 'x' }]],
    [`akte schliessen ${A} --grund x`, [`POST /v1/akten/${A}/close`, { reason: 'x' }]],
    [`akte klären ${A} --grund x`, [`POST /v1/akten/${A}/clarify`, { reason: 'x' }]],
    [`akte öffnen ${A} --grund x`, [`POST /v1/akten/${A}/reopen`, { reason: 'x' }]],
    [`akte oeffnen ${A} --grund x`, [`POST /v1/akten/${A}/reopen`, { reason: 'x' }]],
    [
      `akte klären ${A} --grund x --nicht-gesendet --schreiben ${A}-M1-1-letter`,
      [`POST /v1/akten/${A}/clarify`, { reason: 'x', sent: false, message: `${A}-M1-1-letter` }],
    ],
    [
      `akte ermitteln ${A} --ergebnislos`,
      [`POST /v1/akten/${A}/untraceable`, { reason: 'Keine neue Anschrift gefunden' }],
    ],
    [`akte klaeren ${A} --grund x`, [`POST /v1/akten/${A}/clarify`, { reason: 'x' }]],
    [`akte erlassen ${A} --grund Kulanz`, [`POST /v1/akten/${A}/waive`, { reason: 'Kulanz' }]],
    [`akte erlassen ${A} --zinsen --grund Kulanz`, [`POST /v1/akten/${A}/waive`, { reason: 'Kulanz', interest: true }]],
    [`akte überspringen ${A} --stufe 2 --grund x`, [`POST /v1/akten/${A}/skip`, { reason: 'x', stage: 2 }]],
    [
      `akte ueberspringen ${A} --stufe 2 --angelegenheit m1 --grund x`,
      [`POST /v1/akten/${A}/skip`, { reason: 'x', stage: 2, matter: 'M1' }],
    ],
    [`akte ermitteln ${A}`, [`POST /v1/akten/${A}/trace`, { reason: 'Adressermittlung beauftragt' }]],
    [`akte ermitteln ${A} --grund "Brief kam zurück"`, [`POST /v1/akten/${A}/trace`, { reason: 'Brief kam zurück' }]],
    [`akte rueckfrage ${A} q1 --antwort "Liegt bei"`, [`POST /v1/akten/${A}/queries/Q1`, { answer: 'Liegt bei' }]],
    [
      `akte rueckbuchung ${A} --zahlung bank:7 --grund "Lastschrift zurückgegeben"`,
      [`POST /v1/akten/${A}/reversals`, { payment: 'bank:7', reason: 'Lastschrift zurückgegeben' }],
    ],
    [
      `akte gutschrift ${A} --forderung f1 --betrag 150,00 --vom 12.03.2026 --nummer GS-17 --grund "Rücksendung"`,
      [
        `POST /v1/akten/${A}/credits`,
        { claim: 'F1', id: 'GS-17', amountCents: 15_000, on: '2026-03-12', reason: 'Rücksendung' },
      ],
    ],
    [`akte erstattung ${A} --betrag 12,50`, [`POST /v1/akten/${A}/refunds`, { amountCents: 1250 }]],
  ])('%s', (line, sent) => {
    expect(wire(line)).toEqual(sent);
  });
  test('a refund of the same amount on the same day has the same key, unless one is given', () => {
    expect(request(`akte erstattung ${A} --betrag 12,50`).headers).toEqual({
      'Idempotency-Key': 'cli 2026-03-02 1250',
    });
    expect(request(`akte erstattung ${A} --betrag 12,50 --schluessel zwei`).headers).toEqual({
      'Idempotency-Key': 'zwei',
    });
  });
  test('what scripts read stays JSON', () => {
    for (const line of [
      `akte zeigen ${A}`,
      `akte pausieren ${A} --grund x`,
      `akte rueckbuchung ${A} --grund x --zahlung z`,
      `akte erstattung ${A} --betrag 1,00`,
    ])
      expect(request(line).shown({ n: 1 })).toBe('{\n  "n": 1\n}\n');
  });
  test.each([
    ['akte', 'Zu „akte“ fehlt noch ein Wort.\n\nAkten ansehen'],
    ['akte loeschen', 'Den Befehl „akte loeschen“ gibt es nicht.\n\nAkten ansehen'],
    ['akte zeigen', 'Es fehlt: AKTENZEICHEN. So geht es:\n\n  mahnwerk akte zeigen AKTENZEICHEN\n'],
    ['akte zeigen MUS-4F7K', 'AKTENZEICHEN: „MUS-4F7K“ ist kein Aktenzeichen wie MUS-4F7K-2QXR.'],
    [
      `akte pausieren ${A} ohne Anführung --grund x`,
      '„ohne Anführung“ ist zu viel. Gehören mehrere Wörter zu einer Angabe, so stehen sie in Anführungszeichen.',
    ],
    [`akte pausieren ${A}`, '--grund: fehlt, zum Beispiel --grund "Rückfrage beim Gläubiger"'],
    [`akte pausieren ${A} --grund ""`, '--grund: ist leer.'],
    [`akte pausieren ${A} --grund ${'x'.repeat(501)}`, '--grund: ist zu lang: 501 Zeichen, erlaubt sind 500.'],
    [`akte pausieren ${A} --grund x --bis morgen`, '--bis: „morgen“ ist kein Datum wie 31.03.2026 oder 2026-03-31.'],
    [`akte pausieren ${A} --grund x --zinsen`, '--zinsen: passt hier nicht. Möglich sind: --grund, --bis.'],
    [`akte zeigen ${A} --json`, '--json: passt hier nicht. Der Befehl hat keine Angaben mit „--“.'],
    [`akte erlassen ${A} --grund x --zinsen=ja`, '--zinsen: steht ohne Wert.'],
    [`akte pausieren ${A} --grund`, '--grund: Der Wert fehlt. Beginnt er mit einem Strich, so geht es: --grund=-…'],
    [`akte ueberspringen ${A} --grund x`, '--stufe: fehlt, zum Beispiel --stufe 2'],
    [
      `akte ueberspringen ${A} --grund x --stufe 6`,
      '--stufe: „6“ ist keine Mahnstufe; möglich sind 0 (Zahlungserinnerung) bis 5.',
    ],
    [
      `akte ueberspringen ${A} --grund x --stufe 2 --angelegenheit F1`,
      '--angelegenheit: „F1“ ist keine Angelegenheit wie M1.',
    ],
    [`akte rueckfrage ${A}`, 'Es fehlt: RÜCKFRAGE. So geht es:'],
    [`akte rueckfrage ${A} 1 --antwort x`, 'RÜCKFRAGE: „1“ ist keine Rückfrage wie Q1.'],
    [`akte rueckfrage ${A} Q1`, '--antwort: fehlt'],
    [
      `akte rueckbuchung ${A} --grund x`,
      '--zahlung: fehlt, zum Beispiel --zahlung bank:…; die Kennung steht bei „mahnwerk akte zeigen“',
    ],
    ...[
      `akte gutschrift ${A} --forderung X --betrag 1,00 --vom 12.03.2026 --nummer GS-1 --grund x`,
      `akte zahlung ${A} --forderung X --kennung bank:1 --betrag 1,00 --wertstellung 12.03.2026`,
      `akte rueckfrage ${A} Q1 --forderung X --gegenstand Schuhe`,
    ].map((line): [string, string] => [line, '--forderung: „X“ ist keine Forderung wie F1.']),
    [`akte erstattung ${A}`, '--betrag: fehlt, zum Beispiel --betrag 12,50'],
    [`akte erstattung ${A} --betrag 1.234`, '--betrag: „1.234“ ist mehrdeutig'],
    [`akte erstattung ${A} --betrag 0,00`, '--betrag: Der Betrag muss größer als null sein.'],
    [`akte pausieren ${A} --grund x --von Sommer`, '--von: passt hier nicht. Möglich sind: --grund, --bis.'],
  ])('refuses %s', (line, message) => {
    expect(refusal(line)).toContain(message);
  });
});

describe('akte antwort: what debtors answer', () => {
  const Body = z.object({ answer: z.unknown() });
  const answered = (line: string): unknown => Body.parse(request(`akte antwort ${A} ${line}`).body).answer;
  test.each<[string, unknown]>([
    ['--art widerspruch --grund nicht-bestellt', { kind: 'dispute', reason: 'not-ordered' }],
    [
      '--art widerspruch --grund nicht-erhalten --notiz "Paket fehlt"',
      { kind: 'dispute', reason: 'not-received', note: 'Paket fehlt' },
    ],
    ['--art widerspruch --grund mangelhaft', { kind: 'dispute', reason: 'defective' }],
    ['--art widerspruch --grund höhe', { kind: 'dispute', reason: 'amount' }],
    ['--art nachweis --notiz Beleg', { kind: 'proof', note: 'Beleg' }],
    ['--art zusage --bis 31.12.2026', { kind: 'promise', payBy: '2026-12-31' }],
    ['--art Zusage --bis 2026-12-31 --notiz x', { kind: 'promise', payBy: '2026-12-31', note: 'x' }],
    ['--art stundung --bis 31.12.2026 --notiz Gehalt', { kind: 'deferral', until: '2026-12-31', note: 'Gehalt' }],
    [
      '--art kontakt --strasse "Probestraße 3a" --plz 01067 --ort Dresden',
      {
        kind: 'contact',
        address: { street: 'Probestraße 3a', postalCode: '01067', city: 'Dresden', country: 'DE' },
        land: 'SN',
      },
    ],
    [
      '--art kontakt --zusatz "c/o Lehmann" --strasse "Probestraße 3a" --plz 01067 --ort Dresden',
      {
        kind: 'contact',
        address: {
          extra: ['c/o Lehmann'],
          street: 'Probestraße 3a',
          postalCode: '01067',
          city: 'Dresden',
          country: 'DE',
        },
        land: 'SN',
      },
    ],
    [
      '--art kontakt --email max@example.com --telefon "0151 10000002" --land nw',
      { kind: 'contact', email: 'max@example.com', phone: '+4915110000002', land: 'NW' },
    ],
    ['--art lage --grund insolvenz --notiz Beschluss', { kind: 'situation', ground: 'insolvent', note: 'Beschluss' }],
    [
      '--art lage --grund Härtefall --notiz x --bis 31.12.2026',
      { kind: 'situation', ground: 'hardship', note: 'x', until: '2026-12-31' },
    ],
    ['--art lage --grund sterbefall --notiz x', { kind: 'situation', ground: 'deceased', note: 'x' }],
    ['--art lage --grund minderjährig --notiz x', { kind: 'situation', ground: 'minor', note: 'x' }],
    ['--art lage --grund identität --notiz x', { kind: 'situation', ground: 'identity', note: 'x' }],
    ['--art lage --grund vertretung --notiz x', { kind: 'situation', ground: 'represented', note: 'x' }],
    [
      `--art zurück --schreiben ${A}-M1-1-letter --notiz "unbekannt verzogen"`,
      { kind: 'returned', reference: `${A}-M1-1-letter`, note: 'unbekannt verzogen' },
    ],
    ['--art vorbei --grund widerspruch --notiz erledigt', { kind: 'over', ground: 'dispute', note: 'erledigt' }],
    ['--art vorbei --grund pause --notiz x', { kind: 'over', ground: 'paused', note: 'x' }],
  ])('%s', (line, sent) => {
    expect(answered(line)).toEqual(sent);
  });
  test('the request', () => {
    expect(wire(`akte antwort ${A} --art widerspruch --grund mangelhaft`)).toEqual([
      `POST /v1/akten/${A}/answers`,
      { answer: { kind: 'dispute', reason: 'defective' } },
    ]);
  });
  test.each([
    ['', '--art: fehlt; möglich sind widerspruch, nachweis, zusage, stundung, kontakt, lage, zurueck, vorbei.'],
    ['--art brief', '--art: „brief“ gibt es nicht; möglich sind widerspruch,'],
    ['--art widerspruch', '--grund: fehlt; möglich sind nicht-bestellt, nicht-erhalten, mangelhaft, hoehe.'],
    [
      '--art widerspruch --grund kaputt',
      '--grund: „kaputt“ gibt es nicht; möglich sind nicht-bestellt, nicht-erhalten, mangelhaft, hoehe.',
    ],
    [
      '--art lage --grund widerspruch --notiz x',
      '--grund: „widerspruch“ gibt es nicht; möglich sind sterbefall, insolvenz, minderjaehrig, identitaet, vertretung, haertefall.',
    ],
    ['--art vorbei --grund weg --notiz x', '--grund: „weg“ gibt es nicht; möglich sind insolvenz, sterbefall,'],
    ['--art zusage --bis 31.12.2026 --plz 44135', '--plz: gehört nicht zu --art zusage; dazu gehören --bis, --notiz.'],
    ['--art zusage', '--bis: fehlt, zum Beispiel --bis 31.03.2026'],
    ['--art zusage --bis 31.02.2026', '--bis: „31.02.2026“ ist kein Datum'],
    ['--art nachweis', '--notiz: fehlt, zum Beispiel --notiz "Überweisungsbeleg'],
    [`--art nachweis --notiz ${'x'.repeat(401)}`, '--notiz: ist zu lang: 401 Zeichen, erlaubt sind 400.'],
    ['--art zurueck --notiz x', `--schreiben: fehlt, zum Beispiel --schreiben 16.03.2026`],
    ['--art kontakt', '--art kontakt: Was hat sich geändert?'],
    ['--art kontakt --strasse "Musterweg 5"', '--plz: fehlt'],
    ['--art kontakt --zusatz "c/o Lehmann"', '--strasse: fehlt'],
    [
      `--art kontakt --zusatz ${'x'.repeat(91)} --strasse x --plz 44135 --ort Dortmund`,
      '--zusatz: ist zu lang: 91 Zeichen, erlaubt sind 90.',
    ],
    ['--art kontakt --strasse x --plz 1067 --ort Dresden', '--plz: „1067“ ist keine Postleitzahl mit fünf Ziffern.'],
    ['--art kontakt --email max', '--email: „max“ ist keine E-Mail-Adresse.'],
    ['--art kontakt --telefon 12', '--telefon: „12“ ist keine gültige Telefonnummer.'],
    ['--art kontakt --telefon "0900 1234567"', '--telefon: „0900 1234567“ ist eine Service- oder Mehrwertnummer'],
    ['--art kontakt --land XX', '--land: „XX“ ist kein Land; möglich sind BW,'],
  ])('refuses %s', (line, message) => {
    expect(refusal(`akte antwort ${A} ${line}`)).toContain(message);
  });
});

describe('akte raten', () => {
  test('first the offer, then the consent to that very total', () => {
    expect(wire(`akte raten ${A} --rate 50,00 --ab 2026-04-01`)).toEqual([
      `POST /v1/akten/${A}/instalments`,
      { rateCents: 5_000, first: '2026-04-01', withFee: false },
    ]);
    expect(wire(`akte raten ${A} --rate 1.050,00 --ab 01.04.2026 --mit-gebuehr --zustimmung 2.203,17`)).toEqual([
      `POST /v1/akten/${A}/instalments`,
      { rateCents: 105_000, first: '2026-04-01', withFee: true, totalCents: 220_317 },
    ]);
    expect(request(`akte raten ${A} --rate 50 --ab 01.04.2026 --json`).shown({ n: 1 })).toBe('{\n  "n": 1\n}\n');
  });
  test.each([
    ['--ab 01.04.2026', '--rate: fehlt, zum Beispiel --rate 50,00'],
    ['--rate 50,00', '--ab: fehlt, zum Beispiel --ab 01.04.2026'],
    ['--rate 50.00 --ab 01.04.2026', '--rate: „50.00“ ist kein Betrag'],
    ['--rate 50,00 --ab 01.04.2026 --zustimmung ja', '--zustimmung: „ja“ ist ein Wahrheitswert und kein Betrag'],
  ])('refuses %s', (line, message) => {
    expect(refusal(`akte raten ${A} ${line}`)).toContain(message);
  });
});
