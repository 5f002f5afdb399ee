import { lintProcedure } from '../../../domain/lint/lint-procedure.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { RECEIVABLES, STANDARD, STANDARD_NO_PHASE_1 } from '../../../domain/procedure/shipped-procedures.ts';
import { standard, levels, receivables, mandate } from './changed.ts';

const LEGAL = { seat: 'Dortmund', court: 'Amtsgericht Dortmund', number: 'HRB 1', directors: ['Mia Muster'] };

describe('the sender, level by level', () => {
  const at = (json: object): string[] => lintProcedure(Procedure.parse(json)).map((f) => `${f.code} ${f.place}`);
  const own = { sender: 'creditor', collectionFee: false };
  const reminded = levels(0, own);
  test('changes once, from the creditor to the agency, after whichever level', () => {
    expect(at(standard({ levels: reminded }))).toEqual([]);
    expect(at(standard({ levels: levels(1, own, reminded) }))).toEqual([]);
    expect(
      at(
        standard({
          sender: 'creditor',
          levels: STANDARD.levels.map((l) => (l.stage === 0 ? l : { ...l, sender: 'agency' })),
        }),
      ),
    ).toEqual([]);
  });
  test("every level in the creditor's name after one in the agency's is named", () => {
    expect(
      at(
        standard({
          sender: 'creditor',
          levels: STANDARD.levels.map((l) => ({
            ...l,
            collectionFee: l.stage === 1,
            sender: l.stage === 1 ? 'agency' : null,
          })),
        }),
      ),
    ).toEqual(['sender.changes-back levels[2].sender', 'sender.changes-back levels[3].sender']);
  });
  test("the creditor's levels claim no collection fee, the agency's may", () => {
    expect(at(standard({ levels: levels(1, { sender: 'creditor' }, reminded) }))).toEqual([
      'fee.creditors-own levels[1].collectionFee',
    ]);
    expect(
      at({
        ...RECEIVABLES,
        id: 'own',
        after: 'court',
        handOver: null,
        levels: levels(2, { sender: 'agency', collectionFee: true }, RECEIVABLES.levels),
      }),
    ).toEqual([]);
  });
  test("the agency's first level carries § 13a RDG, whatever the creditor has written before; the creditor's own need not", () => {
    expect(at(standard({ levels: levels(0, { ...own, information: 'none' }) }))).toEqual([]);
    expect(at(standard({ levels: levels(1, { information: 'none' }, reminded) }))).toEqual([
      'information.missing levels[1].information',
    ]);
    expect(at(standard({ levels: levels(2, { information: 'none' }, reminded) }))).toEqual([]);
  });
  test("a creditor's level may announce that collection follows where it does, in a word or by its text; the agency's may not", () => {
    expect(
      at(
        standard({
          levels: levels(0, {
            ...own,
            announces: ['handOver'],
            text: { closing: 'Sonst geht die Sache zum Inkasso.' },
          }),
        }),
      ),
    ).toEqual([]);
    expect(
      at({
        ...RECEIVABLES,
        id: 'own',
        after: 'none',
        handOver: null,
        levels: levels(
          1,
          { announces: ['handOver'], text: { closing: 'Sonst geht die Sache zum Inkasso.' } },
          RECEIVABLES.levels,
        ),
      }),
    ).toEqual(['threat.no-step levels[1].announces', 'threat.no-step levels[1].text.closing']);
    expect(at(standard({ levels: levels(1, { announces: ['handOver'] }, reminded) }))).toEqual([
      'threat.no-step levels[1].announces',
    ]);
  });
  test("what the agency has written in is not handed over to it, and collection is the agency's from its first level on", () => {
    expect(at(receivables({ levels: levels(2, { sender: 'agency' }, RECEIVABLES.levels) }))).toEqual([
      'hand-over.not-ours after',
    ]);
    const mixed = Procedure.parse(standard({ id: 'mixed', levels: reminded }));
    expect(
      lintProcedure(
        Procedure.parse(receivables({ handOver: { ...RECEIVABLES.handOver, procedure: { id: 'mixed', version: 1 } } })),
        { known: [mixed] },
      ).map((f) => f.code),
    ).toEqual(['hand-over.unknown']);
  });
});

describe('the mandate', () => {
  const of = (json: object, creditor: object = {}): string[] =>
    lintProcedure(Procedure.parse(json), { creditor: { ...mandate, ...creditor } }).map((f) => f.code);
  test('that fits has nothing to be said of it', () => {
    expect([
      of(standard({})),
      of(standard({ creditor: 'MUS' })),
      of(STANDARD, { module: 'standard' }),
      of(RECEIVABLES, { module: 'standard', legal: LEGAL }),
      of(RECEIVABLES, { module: 'standard', name: 'Stadtwerke Beispiel' }),
    ]).toEqual([[], [], [], [], []]);
  });
  test('says itself what the procedure presumes', () => {
    const presumes = (presumesDefault: string) => ({ ...STANDARD_NO_PHASE_1, id: 'own', presumesDefault });
    const mandates = [{ priorDunning: 'reminder' }, { dueByContract: true }, { invoicesAnnounceDefault: true }];
    expect(
      ['prior-dunning', 'due-by-contract', 'thirty-days'].map((what) =>
        mandates.map((says) => of(presumes(what), { priorDunning: 'none', ...says })),
      ),
    ).toEqual([0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? [] : ['default.not-in-mandate']))));
  });
  test('a hand-over names the version there is, and no procedure that hands over itself', () => {
    const to = (procedure: object, known: Procedure[] = []) =>
      lintProcedure(Procedure.parse(receivables({ handOver: { ...RECEIVABLES.handOver, procedure } })), { known }).map(
        (f) => f.code,
      );
    const again = Procedure.parse({
      ...RECEIVABLES,
      id: 'again',
      sender: 'agency',
      levels: RECEIVABLES.levels.map((l) => ({ ...l, sender: 'agency' })),
    });
    expect([
      to({ id: 'standard-no-phase1', version: 1 }),
      to({ id: 'standard-no-phase1', version: 2 }),
      to({ id: 'again', version: 1 }, [again]),
    ]).toEqual([[], ['hand-over.unknown'], ['hand-over.unknown']]);
  });
});
