import * as z from 'zod';
import { ContactSource } from './contact-data.ts';
import { GivenDay, givenLine, givenProse } from '../given-text.ts';
import { DISPUTES, HOLD_GROUNDS, SITUATIONS } from '../procedure/holds.ts';
import { Debtor } from '../parties/parties.ts';

const Text = givenProse(400);
const { name, address, email, phone, land } = Debtor.shape;

/** What a debtor, or somebody for the debtor, has told us. */
export const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dispute'), reason: z.enum(DISPUTES), note: Text.optional() }),
  /** The debtor says that it is paid, with something to show for it. */
  z.strictObject({ kind: z.literal('proof'), note: Text }),
  z.strictObject({ kind: z.literal('promise'), payBy: GivenDay, note: Text.optional() }),
  z.strictObject({ kind: z.literal('deferral'), until: GivenDay, note: Text }),
  z.strictObject({
    kind: z.literal('contact'),
    /** Who says so; the debtor, where nothing is stated. */
    source: ContactSource.optional(),
    /** The same person's name in other letters, as the passport has it. */
    name: name.optional(),
    address,
    email,
    phone,
    land,
  }),
  z.strictObject({ kind: z.literal('situation'), ground: z.enum(SITUATIONS), note: Text, until: GivenDay.optional() }),
  /** A letter or mail came back; `reference`: the day that stands on it, or our own reference. */
  z.strictObject({ kind: z.literal('returned'), reference: givenLine(60), note: Text }),
  /**
   * A ground that held no longer does: a dispute is settled, a proof was none, an insolvency is over. The dunning goes
   * on.
   */
  z.strictObject({ kind: z.literal('over'), ground: z.enum(HOLD_GROUNDS), note: Text }),
]);
export type Answer = z.infer<typeof Answer>;
