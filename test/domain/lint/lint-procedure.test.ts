import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintProcedure, isRefused, type LintContext } from '../../../domain/lint/lint-procedure.ts';
import { RULES, type RuleCode } from '../../../domain/lint/rules.ts';
import { PLACEHOLDERS } from '../../../domain/letters/own-text.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import {
  RECEIVABLES,
  SHIPPED_PROCEDURES,
  STANDARD,
  STANDARD_NO_PHASE_1,
} from '../../../domain/procedure/shipped-procedures.ts';
import { standard, levels, receivables, mandate } from './changed.ts';

const file = (path: string): string => readFileSync(join(import.meta.dirname, '../../..', path), 'utf8');
const without1 = { ...STANDARD_NO_PHASE_1, id: 'own', presumesDefault: null };

/** One deliberately broken procedure per rule: where it is found, and what the message says of it. */
const BROKEN: Readonly<
  Record<RuleCode, readonly [procedure: object, place: string, says: string, context?: LintContext]>
> = {
  'fee.too-early': [
    standard({ levels: levels(1, { feeRate: 90 }) }),
    'levels[1].feeRate',
    '0,9 einer vollen Gebühr schon mit der ersten Zahlungsaufforderung',
  ],
  'fee.too-high': [standard({ levels: levels(3, { feeRate: 150 }) }), 'levels[3].feeRate', '1,5 einer vollen Gebühr'],
  'fee.without-default': [without1, 'levels[0].collectionFee', 'ohne dass vorher gemahnt wurde'],
  'fee.creditors-own': [
    receivables({ levels: levels(1, { collectionFee: true }, RECEIVABLES.levels) }),
    'levels[1].collectionFee',
    'im Namen des Gläubigers',
  ],
  'flat-fee.no-basis': [
    standard({ levels: levels(1, { flatFee: { amount: 1000 } }) }),
    'levels[1].flatFee.basis',
    'worauf sie beruht',
  ],
  'flat-fee.no-source': [
    standard({ levels: levels(1, { flatFee: { amount: 250, basis: 'contract' } }) }),
    'levels[1].flatFee.source',
    'keine Fundstelle',
  ],
  'flat-fee.before-default': [
    standard({ levels: levels(0, { flatFee: { amount: 1000, basis: 'contract', source: 'Vertrag' } }) }),
    'levels[0].flatFee',
    'ohne dass vorher gemahnt wurde',
  ],
  'flat-fee.high': [
    standard({ levels: levels(1, { flatFee: { amount: 1000, basis: 'agb', source: 'AGB' } }) }),
    'levels[1].flatFee.amount',
    '10,00',
  ],
  'information.missing': [
    standard({ levels: levels(0, { information: 'none' }) }),
    'levels[0].information',
    '§ 13a RDG',
  ],
  'messages.quiet-hours': [standard({ messageHours: { from: 6, to: 22 } }), 'messageHours', 'von 6 bis 22 Uhr'],
  'messages.rest-days': [standard({ messageDays: 'every-day' }), 'messageDays', 'sonntags'],
  'messages.saturday': [standard({ messageDays: 'monday-to-saturday' }), 'messageDays', 'samstags'],
  'phone.before-demand': [
    standard({ levels: levels(2, { phone: { afterDays: 1, days: 23 } }) }),
    'levels[2].phone.afterDays',
    'der Brief dann noch unterwegs',
  ],
  'phone.during-deadline': [
    standard({ levels: levels(1, { phone: { afterDays: 4, days: 20 } }) }),
    'levels[1].phone.afterDays',
    'nach 4 Tagen',
  ],
  'contacts.over-budget': [
    standard({
      levels: levels(
        2,
        { letter: 'at-once' },
        levels(1, { paymentTermDays: 3, phone: null, nextAfterDays: 4, letter: 'never' }),
      ),
    }),
    'levels[2]',
    'Nachrichten in 7 Tagen',
  ],
  'budget.too-wide': [standard({ contactBudget: { messages: 5, calls: 3 } }), 'contactBudget', '5 Nachrichten'],
  'deadline.no-shift': [standard({ shift: false }), 'shift', 'Wochenende'],
  'term.too-short': [
    standard({ levels: levels(1, { paymentTermDays: 1 }) }),
    'levels[1].paymentTermDays',
    '1 Tag zum Zahlen',
  ],
  'level.never-sends': [
    standard({ levels: levels(2, { email: false, letter: 'never' }) }),
    'levels[2]',
    'weder per E-Mail noch per Brief',
  ],
  'stages.overlap': [
    receivables({ levels: levels(2, { startsOnDay: 38 }, RECEIVABLES.levels) }),
    'levels[2].startsOnDay',
    'erst an Tag 43 vorbei',
  ],
  'window.no-day': [standard({ levels: levels(1, { windowDays: 3 }) }), 'levels[1].windowDays', 'keinen festen Tag'],
  'wait.too-long': [standard({ levels: levels(1, { phone: { afterDays: 330, days: 14 } }) }), 'levels', 'Tage.'],
  'reminder.before-due': [
    receivables({ levels: levels(0, { startsOnDay: 14 }, RECEIVABLES.levels) }),
    'levels[0].startsOnDay',
    'Zahlungsziel läuft bis Tag 14',
  ],
  'threat.no-step': [
    standard({ after: 'none', levels: levels(3, { announces: ['court'] }) }),
    'levels[3].announces',
    'kündigt das gerichtliche Mahnverfahren an',
  ],
  'text.placeholder': [
    standard({ levels: levels(1, { text: { opening: 'Guten Tag {{vorname}}' } }) }),
    'levels[1].text.opening',
    '{{vorname}}',
  ],
  'invoice.not-sent': [
    standard({ levels: levels(1, { email: false, letter: 'at-once', attachInvoice: true }) }),
    'levels[1].attachInvoice',
    'nicht per E-Mail',
  ],
  'court.no-mahnung': [
    standard({ levels: STANDARD.levels.slice(0, 1) }),
    'after',
    'gleich die gerichtliche Entscheidung',
  ],
  'hand-over.unknown': [
    receivables({ handOver: { procedure: { id: 'gibt-es-nicht', version: 1 } } }),
    'handOver.procedure',
    'gibt-es-nicht',
  ],
  'hand-over.not-ours': [
    standard({ after: 'handOver', handOver: { procedure: { id: 'standard-no-phase1', version: 1 } } }),
    'after',
    'schon im Namen des Inkassos',
  ],
  'sender.changes-back': [
    standard({ levels: levels(2, { sender: 'creditor', collectionFee: false }) }),
    'levels[2].sender',
    '„1. Mahnung“ davor schon im Namen des Inkassos',
  ],
  'creditor.other': [standard({ creditor: 'LAD' }), 'creditor', 'gehört LAD', { creditor: mandate }],
  'creditor.no-legal-entry': [receivables({}), 'sender', 'Bitte unter legal eintragen', { creditor: mandate }],
  'default.not-in-mandate': [
    { ...STANDARD_NO_PHASE_1, id: 'own' },
    'presumesDefault',
    'prior-dunning',
    { creditor: mandate },
  ],
  'module.own-workflow': [standard({}), 'id', 'Modul Standard', { creditor: { ...mandate, module: 'standard' } }],
};

const EXAMPLES = ['stadtwerke', 'forderungsmanagement', 'teekontor'].map((name) =>
  Procedure.parse(JSON.parse(file(`examples/${name}.procedure.json`))),
);
test.each([...SHIPPED_PROCEDURES, ...EXAMPLES].map((p) => [p.id, p] as const))(
  '%s passes without a word',
  (_, procedure) => {
    expect(lintProcedure(procedure)).toEqual([]);
  },
);

test.each(Object.entries(BROKEN))(
  '%s: found at its place, with rule, source and how to mend it',
  (code, [json, place, says, context]) => {
    const findings = lintProcedure(Procedure.parse(json), context ?? {});
    const own = findings.filter((f) => f.code === code);
    expect(own.map((f) => f.place)).toContain(place);
    expect(own.find((f) => f.place === place)?.message).toContain(says);
    const rule = RULES[code as RuleCode];
    expect(own[0]).toMatchObject(rule);
    for (const text of [rule.rule, rule.source, rule.mend]) expect(text.length).toBeGreaterThan(8);
    expect(isRefused(own)).toBe(rule.severity === 'error');
  },
);

test.each(Object.entries(BROKEN).filter(([code]) => RULES[code as RuleCode].severity === 'error'))(
  '%s: nothing else is refused about it',
  (code, [json, , , context]) => {
    const others = lintProcedure(Procedure.parse(json), context ?? {})
      .filter((f) => f.severity === 'error' && f.code !== code)
      .map((f) => f.code);
    // A day that lies inside the time to pay is inside the stage before, too, and so on.
    expect(others.filter((c) => !['stages.overlap'].includes(c))).toEqual([]);
  },
);

test('docs/procedures.md lists every rule as it is, every field, and every placeholder', () => {
  const doc = file('docs/procedures.md');
  const linked = (source: string): string => source.replace('Anforderungen', '[Anforderungen](requirements.md)');
  const effect = { error: 'lehnt ab', hint: 'Hinweis' };
  const table = Object.entries(RULES)
    .map(([code, r]) => `| \`${code}\` | ${effect[r.severity]} | ${r.rule} | ${linked(r.source)} | ${r.mend} |`)
    .join('\n');
  expect(doc).toContain(table);
  for (const field of [...Object.keys(STANDARD), 'creditor', ...Object.keys(STANDARD.levels[1]!)])
    expect(doc).toContain(`| \`${field}\` |`);
  for (const name of PLACEHOLDERS) expect(doc).toContain(`{{${name}}}`);
});

test('the examples of docs/procedures.md may run as they stand', () => {
  const examples = [...file('docs/procedures.md').matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) =>
    Procedure.parse(JSON.parse(json ?? '')),
  );
  expect(examples.map((p) => [p.id, lintProcedure(p)])).toEqual([['kurz', []]]);
});
