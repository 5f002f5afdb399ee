import { API } from '../../contracts/api.ts';
import { ProposalId } from '../../domain/ids.ts';
import { misuse, text } from '../given.ts';
import { decidedShown, proposalsShown } from '../shown/proposals.ts';
import { ask } from './asking.ts';
import { unlessJson, type Group, type Typed } from './command.ts';

const proposalIn = ({ operands: [typed = ''] }: Typed): Readonly<{ proposal: ProposalId }> => {
  const id = ProposalId.safeParse(typed.toUpperCase());
  if (!id.success) throw misuse('ANTRAG', `„${typed}“ ist kein Antrag wie MUS-K1.`);
  return { proposal: id.data };
};
export const freigabe: Group = {
  title: 'Was eine zweite Person freigeben muss',
  commands: {
    liste: {
      operands: [],
      usage: '[--json]',
      about: 'Was auf eine zweite Person wartet, und bis wann sie entscheiden kann.',
      options: { json: 'boolean' },
      request: (typed) => ask(API.proposals.list, {}, unlessJson(typed, proposalsShown)),
    },
    erteilen: {
      operands: ['ANTRAG'],
      usage: '[--json]',
      about:
        'Gibt frei, was jemand anderes beantragt hat. Auf ein neues Konto wird erst nach einigen Tagen ausgezahlt; der Gläubiger erfährt es.',
      options: { json: 'boolean' },
      request: (typed) => {
        const given = { path: proposalIn(typed), body: {} };
        return ask(API.proposals.approve, given, unlessJson(typed, decidedShown));
      },
    },
    ablehnen: {
      operands: ['ANTRAG'],
      usage: '--grund … [--json]',
      about: 'Lehnt ab; alles bleibt, wie es ist. Wer etwas beantragt hat, nimmt es so zurück.',
      options: { grund: 'string', json: 'boolean' },
      request: (typed) => {
        const reason = text(typed.values, 'grund', '"Kontoinhaber ist ein anderer"');
        const given = { path: proposalIn(typed), body: { reason } };
        return ask(API.proposals.refuse, given, unlessJson(typed, decidedShown));
      },
    },
  },
  examples: [
    'freigabe liste',
    'freigabe erteilen MUS-K1',
    'freigabe ablehnen MUS-K1 --grund "Anruf: nicht veranlasst"',
  ],
};
