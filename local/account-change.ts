import { API } from '../contracts/api.ts';
import { asked } from '../contracts/client.ts';
import { HERBST, personAt } from './persons.ts';
import { refused, type Scene } from './scene.ts';
import type { SentMail } from './stage.ts';
import type { Told } from './told.ts';

const path = { creditor: 'LAD' };
const NEW_IBAN = 'DE75512108001245126199';

/** The shop has another bank: one of our people enters it, a second one approves it, and the shop hears of both. */
export const changeAccount = async (scene: Scene): Promise<void> => {
  const { told, say } = scene;
  const { operator } = scene.running;
  const { creditor, version } = await operator.call(API.creditors.read, { path });
  const changed = { ...creditor, account: { ...creditor.account, iban: NEW_IBAN } };
  const { proposal } = await operator.call(API.creditors.save, { body: { creditor: changed }, match: version });
  if (!proposal) throw new Error('the account needed no second person');
  const approval = { path: { proposal: proposal.id } };
  const alone = operator.tried(asked(API.proposals.approve, approval));
  await refused(scene, 'Freigabe eines Kontos durch dieselbe Person', 422, alone);
  const ibanNow = async (): Promise<string> =>
    (await operator.call(API.creditors.read, { path })).creditor.account.iban;
  const before = await ibanNow();
  const second = await personAt(scene.running, HERBST);
  await second.call(API.proposals.approve, approval);
  told.account = { old: creditor.account.iban, before, after: await ibanNow() };
  say(
    `LAD bekommt ein anderes Auszahlungskonto: ${proposal.id}, eingetragen von einer Person, freigegeben von einer zweiten`,
  );
};

/** What must hold of it: who was told, and which account held when. */
export const ofAccount = (
  { account: { old, before, after } }: Told,
  mails: readonly SentMail[],
  address: string | undefined,
) => {
  const told = mails.filter(
    (m) => address !== undefined && m.To.includes(address) && m.Subject.includes('Auszahlungskonto'),
  );
  return {
    what: 'ein anderes Konto gilt erst, wenn eine zweite Person es freigibt; der Gläubiger erfährt beides',
    ok: old !== '' && before === old && after === NEW_IBAN && told.length === 2,
    detail: `${told.length} E-Mails, ${after || 'kein anderes Konto'}`,
  };
};
