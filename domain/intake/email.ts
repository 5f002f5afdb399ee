import * as z from 'zod';

/** The plain addresses among those `z.email()` takes, which are nearly all: no need to ask it. */
const PLAIN = /^[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/i;
const Email = z.email();

/** An umlaut domain becomes its ASCII form, because mail providers take no other. */
const asciiDomain = (email: string): string => {
  const [local, domain, ...rest] = email.split('@');
  const host = domain && rest.length === 0 && /^[\p{L}\d.-]+$/u.test(domain) ? URL.parse(`http://${domain}`)?.hostname : undefined;
  return host ? `${local ?? ''}@${host}` : email;
};

/** Whether this is an address as nearly all are written. */
export const isPlainEmail = (text: string): boolean => PLAIN.test(text);
/** The address as mail providers take it; undefined where it is none. */
export const emailIn = (text: string): string | undefined => {
  if (PLAIN.test(text)) return text;
  const parsed = Email.safeParse(asciiDomain(text.replace(/^mailto:/i, '')));
  return parsed.success ? parsed.data : undefined;
};

/** Where private persons in Germany have their mail. */
const PROVIDERS = [
  'gmx.de', 'gmx.net', 'web.de', 't-online.de', 'freenet.de', 'gmail.com', 'googlemail.com', 'outlook.de', 'outlook.com', 'hotmail.de', 'hotmail.com', 'live.de', 'yahoo.de', 'yahoo.com', 'icloud.com', 'posteo.de', 'mailbox.org',
  'arcor.de', 'aol.com', 'aol.de', 'online.de', 'vodafone.de', 'mail.de', 'email.de', 'kabelmail.de', 'unitybox.de', 'netcologne.de', 'ewetel.net', 'protonmail.com', 'msn.com',
];
/** Real domains that only look like a slip. */
const REAL = new Set([...PROVIDERS, 'gmx.at', 'gmx.ch', 'gmx.com', 'gmx.eu', 'gmx.org', 'web.com', 'live.com', 'me.com', 'mac.com', 'ymail.com', 'mail.com', 'mail.ru', 'email.com', 'yahoo.fr', 'yahoo.it', 'yahoo.es', 'yahoo.at', 'yahoo.ca', 'hotmail.fr', 'hotmail.it', 'hotmail.es', 'outlook.fr', 'outlook.it', 'outlook.es', 'outlook.at', 'aol.fr', 'proton.me', 'pm.me', 'weg.de', 'wes.de', 'mailbox.de']);

/** One slip of the fingers apart: a letter too few, too many or wrong, or two letters in the wrong order. A wrong letter in a short name (`weg.de`) proves nothing. */
const isSlip = (typed: string, meant: string): boolean => {
  const by = typed.length - meant.length;
  if (by > 1 || by < -1) return false;
  const shorter = Math.min(typed.length, meant.length);
  let head = 0;
  let tail = 0;
  while (head < shorter && typed[head] === meant[head]) head++;
  while (tail < shorter - head && typed[typed.length - 1 - tail] === meant[meant.length - 1 - tail]) tail++;
  const left = typed.length - head - tail;
  const asked = meant.length - head - tail;
  if (left + asked === 1) return true;
  if (left === 1 && asked === 1) return head >= meant.lastIndexOf('.') || meant.length > 8;
  return left === 2 && asked === 2 && typed[head] === meant[head + 1] && typed[head + 1] === meant[head];
};
/** An ending in the wrong form: `gmx.dee`, `web.ed`, `gmail.con`, `gmail.de`. */
const WRONG_ENDING: Readonly<Record<string, string>> = { 'gmail.de': 'gmail.com', 'googlemail.de': 'googlemail.com', 'icloud.de': 'icloud.com', 'web.net': 'web.de', 't-online.com': 't-online.de', 'tonline.de': 't-online.de' };

/** The address that may have been meant, where the domain is one slip away from a large provider's. Only ever a suggestion. */
export const suggestedEmail = (email: string): string | undefined => {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1).toLowerCase();
  if (REAL.has(domain)) return undefined;
  const meant = WRONG_ENDING[domain] ?? PROVIDERS.find((provider) => isSlip(domain, provider));
  return meant && `${email.slice(0, at)}@${meant}`;
};
