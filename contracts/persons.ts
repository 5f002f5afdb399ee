import * as z from 'zod';
import { Member, PersonName } from '../domain/access/person.ts';
import { PERSON_ROLES } from '../domain/access/roles.ts';
import { MAY } from './may.ts';
import { get, listOf, post } from './route.ts';

export const PersonShown = Member.omit({ sub: true });

/** A creditor's persons, for our own people and for an owner of that creditor. */
export const persons = {
  list: get({
    path: '/v1/creditors/{creditor}/persons',
    may: MAY.PERSONS,
    reply: z.object({ persons: listOf(PersonShown) }),
  }),
  /** They are sent a first password by mail. For whoever is there already it changes the role. */
  invite: post({
    path: '/v1/creditors/{creditor}/persons',
    may: MAY.PERSONS,
    body: z.strictObject({
      name: PersonName,
      email: z.email('eine E-Mail-Adresse').max(254),
      role: z.enum(PERSON_ROLES, 'owner (Inhaber), editor (Bearbeiter) oder reader (Leser)'),
    }),
    reply: PersonShown,
  }),
  /** They come in nowhere within a minute, also with tokens that still live. */
  revoke: post({
    path: '/v1/creditors/{creditor}/persons/{name}/revoke',
    may: MAY.PERSONS,
    body: z.strictObject({}),
    reply: PersonShown,
  }),
};
