import { Procedure } from '../../../domain/procedure/procedure.ts';
import { RECEIVABLES, STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import type { Outgoing } from '../../../usecases/ports/posts.ts';
import { musterversand } from '../../support/akte.ts';
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
  await ports.creditors.save({ ...musterversand, brand: BRAND });
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
