import type { Akte } from '../../domain/akte/akte.ts';
import { formatDay } from '../../domain/calendar.ts';
import { Rejected } from '../../domain/faults.ts';

/** In a closed Akte nothing is steered or agreed; how it is opened again stands in the refusal. */
export const refuseClosed = ({ id, closed }: Akte): void => {
  if (closed)
    throw new Rejected(
      'akte.closed',
      `Die Akte ${id} ist seit dem ${formatDay(closed.on)} geschlossen. Soll es weitergehen, bitte zuerst wieder öffnen (POST /v1/akten/${id}/reopen; Befehl: mahnwerk akte oeffnen ${id} --grund "…").`,
    );
};
