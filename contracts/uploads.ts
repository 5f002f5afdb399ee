import * as z from 'zod';
import { GivenDay, givenLine } from '../domain/given-text.ts';
import { HandOverId } from '../domain/ids.ts';
import { MAY } from './may.ts';
import { post } from './route.ts';

/** A form to upload one file with: its fields go before the file. */
const Permit = z.object({ url: z.url(), fields: z.record(z.string(), z.string()) });

/**
 * A permission to upload one Übergabeliste; its id names the hand-over from then on. `checkOnly`: it is judged and
 * nothing is taken. With an invoice number and date, or the file name of its column „Anlage“: to lay that invoice (PDF)
 * beside its claim.
 */
export const uploads = {
  permit: post({
    path: '/v1/uploads',
    may: MAY.HANDS_IN,
    again: 'permission',
    status: 201,
    body: z.strictObject({
      invoiceNumber: givenLine(60).optional(),
      invoiceDate: GivenDay.optional(),
      attachment: z
        .string()
        .normalize('NFC')
        .regex(/^[\p{L}\d ._()-]{1,115}\.[Pp][Dd][Ff]$/u, 'ein Dateiname wie RE-2026-0017.pdf')
        .optional(),
      format: z.enum(['csv', 'xlsx']).default('csv'),
      checkOnly: z.boolean().default(false),
    }),
    /** What it is for: a hand-over, an invoice by its number, or one by its file name. */
    reply: z.object({
      handOver: HandOverId.nullable(),
      invoice: z.string().nullable(),
      attachment: z.string().nullable(),
      upload: Permit,
    }),
  }),
};
