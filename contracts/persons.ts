import * as z from 'zod';
import { Member, PersonName } from '../domain/access/person.ts';
import { PERSON_ROLES } from '../domain/access/roles.ts';
import { Actor } from '../domain/actor.ts';
import { Instant } from '../domain/calendar.ts';
import { MAY } from './may.ts';
import { getWhole, listOf, post } from './route.ts';

export const PersonShown = Member.omit({ sub: true });

/** A creditor's persons, for our own people and for an owner of that creditor. */
export const persons = {
  list: getWhole({
    path: '/v1/creditors/{creditor}/persons',
    may: MAY.PERSONS,
    lists: { persons: listOf(PersonShown) },
  }),
  /** They are sent a first password by mail. For whoever is there already it changes the role. */
  invite: post({
    path: '/v1/creditors/{creditor}/persons',
    may: MAY.PERSONS,
    again: 'state',
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
    again: 'state',
    body: z.strictObject({}),
    reply: PersonShown,
  }),
};

/** One of our own people: `since`, `by`: who shut them out or let them in again, and when. */
const ColleagueShown = z.object({ name: z.string(), state: z.enum(['active', 'revoked']), since: Instant, by: Actor });

/** Our own people. They are made, and given their groups, in the user pool of the team. */
export const team = {
  /** For whoever leaves: they come in nowhere within a minute, also with tokens that still live, nor sign in. */
  revoke: post({
    path: '/v1/team/{name}/revoke',
    may: MAY.TEAM,
    again: 'state',
    body: z.strictObject({}),
    reply: ColleagueShown,
  }),
  readmit: post({
    path: '/v1/team/{name}/readmit',
    may: MAY.TEAM,
    again: 'state',
    body: z.strictObject({}),
    reply: ColleagueShown,
  }),
};
