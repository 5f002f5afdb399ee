import { Rejected } from '../domain/faults.ts';
import type { RawRow } from '../domain/intake/check-file.ts';
import type { CreditorId } from '../domain/parties.ts';
import { checkAndRegister } from './accept-hand-over.ts';
import type { Clock, Creditors, HandOver, HandOvers } from './ports.ts';
import type { registerClaims } from './register-claims.ts';

type Ports = Parameters<typeof registerClaims>[0] & Readonly<{ creditors: Creditors; handOvers: HandOvers; clock: Clock }>;

/** Takes one claim from an API client, checked by the very rules of the file; stands in the Abgabehistorie like one. `id` makes a retry the same hand-over. */
export const submitClaim = (ports: Ports) => async (of: { creditor: CreditorId; id: string; row: Pick<RawRow, 'cells'> }): Promise<HandOver & { claim: string }> => {
  const creditor = await ports.creditors.get(of.creditor);
  const known = await ports.handOvers.find(creditor.id, of.id);
  const on = known?.on ?? ports.clock.today();
  const { accepted, issues, counts } = await checkAndRegister(ports, { creditor, handOver: of.id, on, by: `client:${creditor.id}`, rows: [{ ...of.row, row: 1, line: 1, text: '' }] });
  const claim = accepted[0];
  if (!claim) {
    const worst = issues.filter((i) => i.severity !== 'warning' && i.severity !== 'hint');
    throw new Rejected(worst[0]?.code ?? 'claim.refused', worst.map((i) => `${i.message} ${i.mend}`).join(' '));
  }
  const handOver: HandOver = { id: of.id, creditor: creditor.id, source: 'api', file: null, on, state: 'done', ...counts, problem: null, report: null, claims: [`${claim.akte}-${claim.claim}`] };
  await ports.handOvers.save(handOver);
  return { ...handOver, claim: `${claim.akte}-${claim.claim}` };
};
