import { CreditorId } from '../../../domain/parties/parties.ts';
import { readMandate, readMandateHistory } from '../../../usecases/operations/read-mandate.ts';
import { musterversand } from '../../support/akte.ts';
import { SOMMER, aStore } from './a-mandate.ts';

test('the last version is read, and what each one changed, by whom', async () => {
  const { ports, save } = aStore();
  const changed = { ...musterversand, paymentTermDays: 30 };
  await save(musterversand);
  await save(changed);
  expect(await readMandate(ports)(musterversand.id)).toMatchObject({ creditor: changed, version: 2, by: SOMMER });
  expect(await readMandateHistory(ports)(musterversand.id)).toMatchObject([
    { version: 1, by: SOMMER, changed: [] },
    { version: 2, by: SOMMER, changed: ['paymentTermDays'] },
  ]);
});
test.each([
  ['mandate', readMandate],
  ['history', readMandateHistory],
] as const)('of nobody there is no %s', async (_, read) => {
  const { ports } = aStore();
  await expect(read(ports)(CreditorId.parse('XXX'))).rejects.toMatchObject({ name: 'NotFound' });
});
