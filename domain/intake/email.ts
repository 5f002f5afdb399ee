import * as z from 'zod';
import { unitAt } from '../unit-at.ts';

/** The plain addresses among those `z.email()` takes, which are nearly all: no need to ask it. */
const PLAIN = /^[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/i;
const Email = z.email();

/** An umlaut domain becomes its ASCII form, because mail providers take no other. */
const asciiDomain = (email: string): string => {
  const [local, domain, ...rest] = email.split('@');
  const host =
    domain && rest.length === 0 && /^[\p{L}\d.-]+$/u.test(domain) ? URL.parse(`http://${domain}`)?.hostname : undefined;
  return host ? `${local ?? ''}@${host}` : email;
};

/** Whether this is an address as nearly all are written. */
export const isPlainEmail = (text: string): boolean => PLAIN.test(text);
/** The address as mail providers take it; undefined where it is none. */
export const emailIn = (text: string): string | undefined => {
  if (isPlainEmail(text)) return text;
  const parsed = Email.safeParse(asciiDomain(text.replace(/^mailto:/i, '')));
  return parsed.success ? parsed.data : undefined;
};

/** Where private persons in Germany have their mail. */
const PROVIDERS = [
  'gmx.de',
  'gmx.net',
  'web.de',
  't-online.de',
  'freenet.de',
  'gmail.com',
  'googlemail.com',
  'outlook.de',
  'outlook.com',
  'hotmail.de',
  'hotmail.com',
  'live.de',
  'yahoo.de',
  'yahoo.com',
  'icloud.com',
  'posteo.de',
  'mailbox.org',
  'arcor.de',
  'aol.com',
  'aol.de',
  'online.de',
  'vodafone.de',
  'mail.de',
  'email.de',
  'kabelmail.de',
  'unitybox.de',
  'netcologne.de',
  'ewetel.net',
  'protonmail.com',
  'msn.com',
];
/** Real domains that only look like a slip. */
const REAL = new Set([
  'gmx.at',
  'gmx.ch',
  'gmx.com',
  'gmx.eu',
  'gmx.org',
  'web.com',
  'live.com',
  'me.com',
  'mac.com',
  'ymail.com',
  'mail.com',
  'mail.ru',
  'email.com',
  'yahoo.fr',
  'yahoo.it',
  'yahoo.es',
  'yahoo.at',
  'yahoo.ca',
  'hotmail.fr',
  'hotmail.it',
  'hotmail.es',
  'outlook.fr',
  'outlook.it',
  'outlook.es',
  'outlook.at',
  'aol.fr',
  'weg.de',
  'wes.de',
  'mailbox.de',
  'onlinehome.de',
]);
/** Endings that belong to another provider's name, more than one letter away. */
const WRONG_ENDINGS: readonly (readonly [typed: string, meant: string])[] = [
  ['gmail.de', 'gmail.com'],
  ['googlemail.de', 'googlemail.com'],
  ['icloud.de', 'icloud.com'],
  ['web.net', 'web.de'],
  ['t-online.com', 't-online.de'],
];

/**
 * One slip of the fingers apart: a letter too few, too many or wrong, or two letters in the wrong order. A wrong letter
 * in a short name (`weg.de`) proves nothing.
 */
const isSlip = (typed: string, meant: string): boolean => {
  const written = typed.length;
  const asked = meant.length;
  const shorter = Math.min(written, asked);
  let head = 0;
  let tail = 0;
  while (head < shorter && unitAt(typed, head) === unitAt(meant, head)) head++;
  while (tail < shorter - head && unitAt(typed, written - 1 - tail) === unitAt(meant, asked - 1 - tail)) tail++;
  const over = written - head - tail;
  const under = asked - head - tail;
  if (over + under === 1) return true;
  if (over === 1 && under === 1) return head >= meant.lastIndexOf('.') || asked > 8;
  return over === 2 && under === 2 && typed[head] === meant[head + 1] && typed[head + 1] === meant[head];
};
/** For a domain of so many letters the providers it may mean: one letter shorter, as long, or one longer. */
const CANDIDATES: readonly (readonly string[])[] = Array.from({ length: 17 }, (_, length) =>
  PROVIDERS.filter((provider) => Math.abs(provider.length - length) <= 1),
);
const meantBy = (domain: string): string | undefined => {
  const candidates = CANDIDATES[domain.length] ?? [];
  if (candidates.includes(domain) || REAL.has(domain)) return undefined;
  return (
    WRONG_ENDINGS.find(([typed]) => typed === domain)?.[1] ?? candidates.find((provider) => isSlip(domain, provider))
  );
};

/**
 * Domains found to be none of these, so that a list with its one or two thousand is done quickly. Only short ones are
 * kept: they are copies, and hold on to no block of a file.
 */
const innocent = new Set<string>();
const SHORT = 12;
const MOST = 5_000;
/**
 * The address that may have been meant, where the domain is one slip away from a large provider's. Only ever a
 * suggestion.
 */
export const suggestedEmail = (email: string): string | undefined => {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  if (innocent.has(domain)) return undefined;
  const meant = meantBy(domain.toLowerCase());
  if (meant !== undefined) return `${email.slice(0, at)}@${meant}`;
  if (domain.length <= SHORT) {
    if (innocent.size >= MOST) innocent.clear();
    innocent.add(domain);
  }
  return undefined;
};
