import { requestOf } from '../../cli/online.ts';
import type { Request } from '../../cli/commands/asking.ts';
import { day } from '../../domain/calendar.ts';
import { START, musterversand } from '../support/akte.ts';

const request = (...args: string[]): Request => requestOf(args, { today: day(START), read: () => ({}) }) as Request;
const text = (asked: Request, answer: unknown): string => asked.shown(JSON.parse(JSON.stringify(answer)));

test('a mandate field by field with its version, and who changed what of it', () => {
  const saved = {
    version: 2,
    on: '2026-03-02',
    at: '2026-03-02T07:05:00.000Z',
    by: 'operator:Frau Sommer',
    accountChange: null,
  };
  const shown = text(request('glaeubiger', 'zeigen', 'MUS'), { creditor: musterversand, ...saved });
  expect(shown).toMatch(/^MUS, Version 2, gespeichert am 02\.03\.2026 08:05 von Frau Sommer\n/);
  expect(shown).toMatch(/\n {2}address\.city +Dortmund\n/);
  expect(shown).toMatch(/\n {2}deductsInputTax +true\n/);
  const versions = [
    { ...saved, version: 1, by: 'operator:Herr Winter', changed: [] },
    { ...saved, changed: ['address.street', 'email'] },
  ];
  expect(text(request('glaeubiger', 'verlauf', 'MUS'), { versions, next: null })).toBe(
    `  Version  gespeichert       von          geändert
  1        02.03.2026 08:05  Herr Winter  angelegt
  2        02.03.2026 08:05  Frau Sommer  address.street, email
`,
  );
});

test('what waits for a second person, with both accounts and how to decide; and what was decided', () => {
  const proposal = {
    id: 'MUS-K1',
    kind: 'account',
    words: 'Auszahlungskonto ändern',
    creditor: 'MUS',
    from: musterversand.account,
    to: { holder: 'Musterversand GmbH', iban: 'DE02120300000000202051', bic: 'BYLADEM1001' },
    by: 'operator:Frau Sommer',
    at: '2026-04-07T07:05:00.000Z',
    until: '2026-04-21',
    state: 'open',
    decision: null,
  };
  expect(text(request('freigabe', 'liste'), { proposals: [proposal], next: null })).toBe(
    `MUS-K1  Auszahlungskonto ändern (MUS)
  bisher:    Musterversand GmbH, DE02500105170137075030
  neu:       Musterversand GmbH, DE02120300000000202051, BYLADEM1001
  beantragt: 07.04.2026 09:05 von Frau Sommer; zu entscheiden bis 21.04.2026

Freigeben: mahnwerk freigabe erteilen MUS-K1; ablehnen: mahnwerk freigabe ablehnen MUS-K1 --grund …
`,
  );
  expect(text(request('freigabe', 'liste'), { proposals: [], next: null })).toBe(
    'Nichts wartet auf eine zweite Person.\n',
  );
  const verdict = { by: 'operator:Herr Winter', on: '2026-04-08', at: '2026-04-08T07:05:00.000Z', reason: null };
  const decided = (approved: boolean) => ({ ...proposal, state: 'approved', decision: { ...verdict, approved } });
  expect(text(request('freigabe', 'erteilen', 'MUS-K1'), decided(true))).toMatch(/^MUS-K1: .* ist freigegeben\.\n$/);
  expect(text(request('freigabe', 'ablehnen', 'MUS-K1', '--grund', 'x'), decided(false))).toMatch(/ist abgelehnt\.\n$/);
});

test('a saved mandate says its version, and that another account waits for a second person', () => {
  const change = requestOf(['glaeubiger', 'aendern', 'mandat.json', '--version', '1'], {
    today: day(START),
    read: () => ({ creditor: musterversand }),
  }) as Request;
  expect(text(change, { creditor: 'MUS', version: 2, proposal: null })).toBe('MUS: Das Mandat steht in Version 2.\n');
  expect(text(change, { creditor: 'MUS', version: 2, proposal: { id: 'MUS-K1', until: '2026-04-21' } })).toBe(
    'MUS: Das Mandat steht in Version 2.\nDas andere Konto gilt noch nicht. Es wartet bis zum 21.04.2026 auf eine zweite Person: mahnwerk freigabe erteilen MUS-K1\nDer Gläubiger ist benachrichtigt.\n',
  );
});
