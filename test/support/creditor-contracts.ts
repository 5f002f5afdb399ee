import type { MandateVersion } from '../../domain/parties/mandate.ts';
import { CreditorId, type Creditor } from '../../domain/parties/parties.ts';
import { firstVersion } from '../../simulator/agency/stores.ts';
import type { Creditors } from '../../usecases/ports/creditors.ts';
import { musterversand } from './akte.ts';

let n = 0;
/** A creditor that no other test knows: `KA`, `KB`, …. */
const another = (): Creditor => {
  const id = CreditorId.parse(`K${String.fromCharCode(65 + n++)}`);
  return { ...musterversand, id };
};
const next = (of: MandateVersion, more: Partial<Creditor>): MandateVersion => ({
  ...of,
  creditor: { ...of.creditor, ...more },
  version: of.version + 1,
});

/** What the store of the mandates must do, in memory and on DynamoDB. */
export const creditorsContract = (make: () => Creditors): void => {
  test('a mandate is read in its last version, and every version is kept', async () => {
    const creditors = make();
    const first = firstVersion(another());
    const { id } = first.creditor;
    expect([await creditors.current(id), await creditors.history(id)]).toEqual([null, []]);
    await expect(creditors.get(id)).rejects.toMatchObject({ name: 'NotFound' });
    const second = next(first, { paymentTermDays: 30 });
    await creditors.append(first);
    await creditors.append(second);
    expect(await creditors.current(id)).toEqual(second);
    expect(await creditors.get(id)).toEqual(second.creditor);
    expect(await creditors.history(id)).toEqual([first, second]);
  });
  test('a version is written once: whoever comes second is told so, and what stands is not overwritten', async () => {
    const creditors = make();
    const first = firstVersion(another());
    await creditors.append(first);
    const second = next(first, { paymentTermDays: 30 });
    await creditors.append(second);
    await expect(creditors.append(next(first, { paymentTermDays: 7 }))).rejects.toMatchObject({ name: 'Conflict' });
    await expect(creditors.append(first)).rejects.toMatchObject({ name: 'Conflict' });
    expect(await creditors.history(first.creditor.id)).toEqual([first, second]);
  });
};

/** What it must do with many versions, and when it lists them all. */
export const mandatesListedContract = (make: () => Creditors): void => {
  test('versions come in the order of their numbers, beyond the tenth', async () => {
    const creditors = make();
    let last = firstVersion(another());
    await creditors.append(last);
    for (let version = 2; version <= 11; version++) {
      last = next(last, { paymentTermDays: version });
      await creditors.append(last);
    }
    expect(await creditors.current(last.creditor.id)).toEqual(last);
    expect((await creditors.history(last.creditor.id)).map(({ version }) => version)).toEqual(
      Array.from({ length: 11 }, (_, i) => i + 1),
    );
  });
  test('each creditor is listed once, as its mandate says now', async () => {
    const creditors = make();
    const first = firstVersion(another());
    const second = next(first, { name: 'Neuer Name GmbH' });
    await creditors.append(first);
    await creditors.append(second);
    const listed = (await creditors.list()).filter(({ id }) => id === first.creditor.id);
    expect(listed).toEqual([second.creditor]);
  });
};
