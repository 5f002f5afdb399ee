import type { Creditor } from '../../../domain/parties/parties.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { RECEIVABLES, STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { saveCreditor } from '../../../usecases/operations/save-creditor.ts';
import { musterversand } from '../../support/akte.ts';
import { SOMMER, aStore as aMandate } from './a-mandate.ts';

const LEGAL = { seat: 'Dortmund', court: 'Amtsgericht Dortmund', number: 'HRB 1', directors: ['Mia Muster'] };
/** Its own reminder, all else in the agency's name. */
const REMINDS = Procedure.parse({
  ...STANDARD,
  id: 'reminds',
  levels: STANDARD.levels.map((level) => ({ ...level, sender: level.stage === 0 ? 'creditor' : null })),
});
const using = ({ id, version }: Procedure, more: Partial<Creditor> = {}): Creditor => ({
  ...musterversand,
  module: 'komfort',
  procedure: { id, version },
  ...more,
});
const aStore = () => aMandate(REMINDS);

describe('letters went out in the name of a GmbH that did not say who stands behind it', () => {
  test.each([
    ['all of them', RECEIVABLES],
    ['only the reminder', REMINDS],
  ])('a mandate of which the procedure writes in its name, %s, is refused without', async (_, procedure) => {
    const { creditors, save } = aStore();
    await expect(save(using(procedure))).rejects.toMatchObject({
      code: 'creditor.legal',
      field: 'legal',
      message: `Der Mahnlauf ${procedure.id} schreibt im Namen des Gläubigers. „Musterversand GmbH“ ist dem Namen nach eine GmbH oder UG: Auf jedem Geschäftsbrief, auch auf E-Mails, steht Sitz, Registergericht, Registernummer und wer sie leitet (§ 35a GmbHG). Bitte unter legal eintragen.`,
    });
    expect(await creditors.list()).toEqual([]);
    await save(using(procedure, { legal: LEGAL }));
    expect((await creditors.get(musterversand.id)).legal).toEqual(LEGAL);
  });
  test.each<[name: string, field: string, legal: Creditor['legal']]>([
    ['Musterversand UG (haftungsbeschränkt)', 'legal.directors', { ...LEGAL, directors: [] }],
    ['Musterversand AG', 'legal.chair', LEGAL],
    ['Musterversand GmbH & Co. KG', 'legal.partner', LEGAL],
    ['Mia Muster e. K.', 'legal', undefined],
    ['Muster & Co. OHG', 'legal', undefined],
  ])('%s: %s is asked for', async (name, field, legal) => {
    await expect(aStore().save(using(RECEIVABLES, { name, legal }))).rejects.toMatchObject({ field });
  });
  test('a brand without a legal form in it does not change that', async () => {
    const brand = { name: 'Teekontor am Hafen' };
    await expect(aStore().save(using(RECEIVABLES, { brand }))).rejects.toMatchObject({ code: 'creditor.legal' });
  });
  test('a procedure that comes with the mandate is refused with it', async () => {
    const own = { ...RECEIVABLES, id: 'own' };
    const { creditors, save } = aStore();
    await expect(save(using(own), own)).rejects.toMatchObject({
      code: 'procedure.refused',
      findings: [{ code: 'creditor.no-legal-entry', message: expect.stringContaining('Bitte unter legal eintragen.') }],
    });
    expect(await creditors.list()).toEqual([]);
    await save(using(own, { legal: LEGAL }), own);
  });
  test('it could not be taken away while matters ran that still write in its name', async () => {
    const { save } = aStore();
    await save(using(RECEIVABLES, { legal: LEGAL }));
    await expect(save(using(STANDARD))).rejects.toMatchObject({
      field: 'legal',
      message: expect.stringMatching(/^Laufende Angelegenheiten schreiben noch im Namen des Gläubigers\./),
    });
    await save(using(STANDARD, { legal: { ...LEGAL, directors: ['Max Muster'] } }));
    await expect(save(using(STANDARD))).rejects.toMatchObject({ code: 'creditor.legal' });
  });
  test('nor did a person who became a firm meanwhile get by', async () => {
    const { save } = aStore();
    await save(using(RECEIVABLES, { name: 'Mia Muster' }));
    await expect(save(using(STANDARD, { name: 'Mia Muster GmbH' }))).rejects.toMatchObject({ code: 'creditor.legal' });
  });
});

test('a creditor for whom only the agency writes, or of a form without such duties, needs none', async () => {
  const { creditors, save } = aStore();
  await save(using(STANDARD));
  await save(using(STANDARD, { name: 'Musterversand AG' }));
  await save({ ...using(RECEIVABLES, { name: 'Mia Muster' }) });
  expect(await creditors.list()).toHaveLength(1);
});

test('an account that is none is refused, and nothing is saved', async () => {
  const { creditors, save } = aStore();
  const account = { ...musterversand.account, iban: 'DE02500105170137075031' };
  await expect(save(using(STANDARD, { account }))).rejects.toMatchObject({ code: 'creditor.iban' });
  expect(await creditors.list()).toEqual([]);
});

describe('a mandate was overwritten, and nobody knew by whom', () => {
  const changed: Creditor = { ...musterversand, paymentTermDays: 30 };
  test('each version is kept with who saved it and when; the last one holds', async () => {
    const { creditors, save } = aStore();
    expect(await save(musterversand)).toEqual({ version: 1, proposal: null });
    expect(await save(changed)).toEqual({ version: 2, proposal: null });
    const saved = { on: '2026-04-07', at: '2026-04-07T08:00:00.000Z', by: SOMMER, accountChange: null };
    expect(await creditors.history(musterversand.id)).toEqual([
      { creditor: musterversand, version: 1, ...saved },
      { creditor: changed, version: 2, ...saved },
    ]);
    expect(await creditors.get(musterversand.id)).toEqual(changed);
  });
  test('what stands already is no further version: a call may be repeated', async () => {
    const { creditors, ports, save } = aStore();
    await save(musterversand);
    await save(changed);
    const again = { creditor: changed, seen: 1, by: SOMMER };
    expect(await saveCreditor(ports)(again)).toEqual({ version: 2, proposal: null });
    expect(await creditors.history(musterversand.id)).toHaveLength(2);
  });
  test('who changes what they have not seen is refused, and the procedure that came along is not saved either', async () => {
    const { creditors, ports, save } = aStore();
    await save(musterversand);
    await save(changed);
    const own = { ...STANDARD, id: 'own' };
    const late = { creditor: { ...using(own), name: 'Muster GmbH' }, seen: 1, by: SOMMER, procedure: own };
    await expect(saveCreditor(ports)(late)).rejects.toMatchObject({ name: 'Stale' });
    expect(await creditors.get(musterversand.id)).toEqual(changed);
    await expect(ports.procedures.get({ id: 'own', version: 1 })).rejects.toMatchObject({ name: 'NotFound' });
  });
  test('of two who save at the same time one is refused', async () => {
    const { creditors, save } = aStore();
    await save(musterversand);
    const saved = await Promise.allSettled([save(changed), save({ ...musterversand, paymentTermDays: 7 })]);
    expect(saved.map((s) => s.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await creditors.history(musterversand.id)).toHaveLength(2);
  });
});

describe('whoever could write a mandate could have its money sent to another account', () => {
  const OTHER = { holder: 'Musterversand GmbH', iban: 'DE02120300000000202051' };
  const elsewhere: Creditor = { ...musterversand, account: OTHER };
  test('the account of a new mandate is its own', async () => {
    const { save, creditors } = aStore();
    expect(await save(elsewhere)).toEqual({ version: 1, proposal: null });
    expect(await creditors.get(musterversand.id)).toEqual(elsewhere);
  });
  test('another one is proposed and the rest is saved; the address until now hears of it, and not the new one', async () => {
    const { save, creditors, ports } = aStore();
    await save(musterversand);
    const saved = await save({ ...elsewhere, email: 'dieb@example.com', paymentTermDays: 30 });
    expect(saved).toMatchObject({ version: 2, proposal: { id: 'MUS-K1', by: SOMMER, until: '2026-04-21' } });
    expect(await creditors.get(musterversand.id)).toEqual({
      ...musterversand,
      email: 'dieb@example.com',
      paymentTermDays: 30,
    });
    expect(ports.mailbox.mails.map(({ to }) => to)).toEqual([musterversand.email]);
  });
  test('the address that was changed the day before hears of it, too', async () => {
    const { save, ports, on } = aStore();
    await save(musterversand);
    await save({ ...musterversand, email: 'dieb@example.com' });
    on('2026-04-08');
    await save({ ...elsewhere, email: 'dieb@example.com' });
    expect(ports.mailbox.mails.map(({ to }) => to)).toEqual(['dieb@example.com', musterversand.email]);
  });
  test('said again it is the same proposal, and nobody is told twice', async () => {
    const { save, creditors, ports } = aStore();
    await save(musterversand);
    await save(elsewhere);
    expect(await save(elsewhere)).toMatchObject({ version: 1, proposal: { id: 'MUS-K1' } });
    expect(ports.mailbox.mails).toHaveLength(1);
    expect(await creditors.history(musterversand.id)).toHaveLength(1);
  });
  test('a third account while one waits is refused, and nothing of that mandate is saved', async () => {
    const { save, creditors } = aStore();
    await save(musterversand);
    await save(elsewhere);
    const third = { ...OTHER, iban: 'DE75512108001245126199' };
    await expect(save({ ...musterversand, account: third, paymentTermDays: 30 })).rejects.toMatchObject({
      code: 'proposal.open',
    });
    expect(await creditors.get(musterversand.id)).toEqual(musterversand);
  });
});
