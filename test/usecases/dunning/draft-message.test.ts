import { plusDays } from '../../../domain/calendar.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { RECEIVABLES, STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import type { Channel } from '../../../domain/procedure/channels.ts';
import { memoryArchive } from '../../../simulator/agency/stores.ts';
import { decideFrom } from '../../../usecases/akte/next.ts';
import { draftMessage, type Drafting } from '../../../usecases/dunning/draft-message.ts';
import { attachmentKey, invoiceKey } from '../../../usecases/invoice-key.ts';
import type { Outgoing } from '../../../usecases/ports/posts.ts';
import { AKTE, aClaim, musterversand } from '../../support/akte.ts';
import { firstVersion } from '../../../simulator/agency/stores.ts';
import { aProcess } from '../../support/process.ts';

const BRAND = { name: 'Muster-Shop', phone: '0231 0000000', email: 'service@example.com' };
const shown = (sent: readonly Readonly<{ message: object }>[]) => sent.map((s) => (s.message as Outgoing).shownAs);

test("in the creditor's name mail and text show its brand; from the agency's first level on they show the agency", async () => {
  const mixed = Procedure.parse({
    ...STANDARD,
    id: 'own',
    levels: STANDARD.levels.map((l) => (l.stage === 0 ? { ...l, sender: 'creditor', sms: true } : l)),
  });
  const { posts, ports, run } = await aProcess({ procedure: mixed });
  await ports.creditors.append({ ...firstVersion({ ...musterversand, brand: BRAND }), version: 2 });
  await run('F1', 1, 15);
  expect(shown(posts.email.sent)).toEqual([{ name: 'Muster-Shop', replyTo: 'service@example.com' }, undefined]);
  expect(shown(posts.sms.sent)).toEqual([{ name: 'Muster-Shop', smsSender: 'MusterShop' }, undefined]);
  expect(posts.sms.sent.map((s) => s.message.text)).toEqual([
    expect.stringMatching(/^Muster-Shop: Guten Tag, .* Tel\. 0231 0000000$/),
    expect.stringMatching(/^Rheinbogen Inkasso GmbH: Guten Tag, /),
  ]);
});

test('without a brand its name is shown, and answers come to us', async () => {
  const { posts, run } = await aProcess({
    procedure: { ...RECEIVABLES, countsFrom: 'handOver', invoiceTermDays: null },
  });
  await run('F1', 1, 30);
  expect(shown(posts.email.sent)).toEqual([{ name: 'Musterversand GmbH' }]);
});

const F1 = ClaimId.parse('F1');
/** A mail of which brings the invoices along. */
const ENCLOSING = Procedure.parse({
  ...STANDARD,
  levels: STANDARD.levels.map((level) => ({ ...level, attachInvoice: true })),
});
/** The first message of an Akte of two claims, as it would go out today; `files`: what lies in the archive. */
const drafted = async (channel: Channel, files: Record<string, string> = {}, more: Partial<Drafting> = {}) => {
  const claims = [aClaim(1), aClaim(2, { attachment: 'Scans/Rechnung 2.PDF' })];
  const { ports, akten } = await aProcess({ claims, procedure: ENCLOSING });
  const archive = memoryArchive({ ...files });
  const decided = await decideFrom(ports, { akte: AKTE, claim: F1, generation: 1 });
  const drafting = { ...ports, paper: { ...ports.paper, archive }, ...more };
  const draft = draftMessage(drafting, decided, { stage: channel === 'sms' ? 1 : 0, channel }, F1);
  const { version } = await akten.get(AKTE);
  return { draft: await draft, files: Object.keys(archive.files), decided, version };
};

test('a mail carries its letter, which lies in the archive before anything is reserved; the Akte knows nothing of it yet', async () => {
  const { draft, files, version } = await drafted('email');
  const reference = `${AKTE}-M1-0-email`;
  expect(draft.document).toBe(`letters/MUS/${AKTE}/${reference}.pdf`);
  expect(files).toEqual([draft.document]);
  expect(draft.outgoing).toMatchObject({
    reference,
    to: 'erika@example.com',
    pdfName: `Zahlungserinnerung-${AKTE}.pdf`,
    enclosures: [],
  });
  expect(version).toBe(1);
});

describe('the invoices that a creditor has laid beside its claims', () => {
  const beside = {
    [invoiceKey(musterversand.id, aClaim(1))]: 'F1',
    [attachmentKey(musterversand.id, 'rechnung 2.pdf')]: 'F2',
  };
  test('go with the mail, each under its number, by its own name or by the one that its row has named', async () => {
    const { draft } = await drafted('email', beside);
    expect(draft.outgoing.enclosures?.map((e) => [e.name, new TextDecoder().decode(e.content)])).toEqual([
      ['Rechnung-RE-1.pdf', 'F1'],
      ['Rechnung-RE-2.pdf', 'F2'],
    ]);
  });
  test('do not go with a letter', async () => {
    expect((await drafted('letter', beside)).draft.outgoing.enclosures).toBeUndefined();
  });
});

test('a letter goes to nobody by name: its address stands in it; a text demands nothing and needs no paper', async () => {
  const { draft } = await drafted('letter');
  expect(draft.outgoing).toMatchObject({ to: '', pdfName: `${AKTE}-M1-0-letter.pdf` });
  expect(draft.demand?.total).toBe(240_00);
  const text = await drafted('sms', {}, { paper: null });
  expect(text.draft).toMatchObject({ demand: null, document: null, outgoing: { to: '+4915110000001' } });
  expect(text.files).toEqual([]);
});

test('what is demanded is demanded for today, and to be paid by a day that is still to come', async () => {
  const { draft, decided } = await drafted('email');
  expect(draft.demand).toMatchObject({ asOf: decided.today, claims: ['F1', 'F2'] });
  expect(draft.demand?.payBy).toBe(plusDays(decided.today, 7));
});

test('a function without paper writes no letter: that is a bug, and not a message without one', async () => {
  await expect(drafted('letter', {}, { paper: null })).rejects.toThrow('nothing to write with');
});
