import { API } from '../contracts/api.ts';
import type { HandOver } from '../contracts/hand-overs.ts';
import type { ReplyOf } from '../contracts/route.ts';
import type { Api } from './client.ts';

export type AkteView = ReplyOf<typeof API.akten.read>;
export type PayoutRun = Readonly<{
  month: string;
  payouts: { creditor: string; cents: number }[];
  again: { creditor: string; cents: number }[];
  files: string[];
  /** What each creditor finds through the API. `isPdf`: its statement could be downloaded, and is one. */
  found: { creditor: string; cents: number; isPdf: boolean }[];
}>;

/** What was done in the story, for the checks and the summary. Cents. */
export type Told = {
  apis: Readonly<{ MUS: Api; STW: Api; LAD: Api }>;
  handOvers: { creditor: string; file: string | null; handOver: HandOver }[];
  paidInFull: string[];
  paidInPart: string[];
  /** `owed`: what was open on the value day, before the payment. */
  overpaid: { akte: string; paid: number; owed: number; refunded: number }[];
  bounced: string;
  paused: string;
  closed: string;
  refusals: { what: string; status: number; expected: number }[];
  payments: { count: number; cents: number; directCents: number };
  payouts: PayoutRun[];
  /** The account that one creditor had, the one it had while another waited, and the one after it was approved. */
  account: { old: string; before: string; after: string };
};

/** Through whose access an Akte is read: that of its creditor. */
export const apiOf = ({ apis }: Told, akte: string): Api => {
  if (akte.startsWith('MUS')) return apis.MUS;
  return akte.startsWith('STW') ? apis.STW : apis.LAD;
};
export const akteOf = (claim: string): string => claim.replace(/-F\d+$/, '');
export const readAkte = (api: Api, akte: string): Promise<AkteView> => api.call(API.akten.read, { path: { akte } });
