import { env } from 'node:process';

/** A mistake of whoever called: said in one German line, exit code 2. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

/** Nobody answers, or no more: what was asked may have been done. */
export class Unreached extends Misuse {}

/** A setting of whoever sits here. Throws Misuse where it is missing. */
export const needed = (name: string): string => {
  const value = env[name];
  if (!value) throw new Misuse(`Die Umgebungsvariable ${name} fehlt.`);
  return value;
};

/** Asks an address; `name`: the setting it comes from, which is named where nobody answers there (Unreached). */
export const askedAt = async (name: string, address: string, request: RequestInit): Promise<Response> => {
  if (!URL.canParse(address)) throw new Misuse(`${name}: „${address}“ ist keine Adresse wie https://….`);
  try {
    return await fetch(address, request);
  } catch {
    const { origin } = new URL(address);
    throw new Unreached(
      `${name}: Unter ${origin} ist niemand zu erreichen. Bitte die Adresse und die Verbindung prüfen.`,
    );
  }
};

/** What is no JSON is none of ours: undefined. */
export const answerIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
