import * as z from 'zod';

/** Whether a schema takes a value. */
export const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;
