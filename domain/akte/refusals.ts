import { formatDay, isBefore, type Day } from '../calendar.ts';
import { Conflict, Rejected, wrongField } from '../faults.ts';
import type { AkteId } from '../ids.ts';
import type { Akte } from './akte.ts';

/** In a closed Akte nothing is steered or agreed; how it is opened again stands in the refusal. */
export const refuseClosed = ({ id, closed }: Pick<Akte, 'id' | 'closed'>): void => {
  if (closed)
    throw new Rejected(
      'akte.closed',
      `Die Akte ${id} ist seit dem ${formatDay(closed.on)} geschlossen. Soll es weitergehen, bitte zuerst wieder öffnen (POST /v1/akten/${id}/reopen; Befehl: mahnwerk akte oeffnen ${id} --grund "…").`,
    );
};

/** An act was decided from an Akte, or from what belongs to it, that somebody else has changed since. */
export const movedOn = (id: AkteId, options?: ErrorOptions): Conflict =>
  new Conflict(
    `Zur Akte ${id} hat gerade jemand anderes etwas eingetragen; von diesem Vorgang ist nichts geschrieben. Bitte die Akte ansehen und es noch einmal versuchen.`,
    options,
  );

/** A day that something is to last until lies ahead; `field`: where the body names it. */
export const refusePast = (field: string, day: Day, today: Day): void => {
  if (!isBefore(today, day)) throw wrongField('day.past', field, `Der ${formatDay(day)} liegt nicht in der Zukunft.`);
};
