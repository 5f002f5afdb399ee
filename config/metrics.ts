/** The name space of everything we count ourselves, and the one dimension all of it carries. */
export const METRIC_NAMESPACE = 'Mahnwerk';
export const METRIC_SERVICE = 'mahnwerk';

/**
 * What the code counts: `lambdas/` counts under these names, the dashboard and alarms in `lib/` draw them. Counts only,
 * never a debtor's data, and no dimension per Akte: each combination of dimensions costs 0.30 USD a month.
 */
export const METRICS = {
  'message.email': 'Mahnungen per E-Mail, von SES angenommen',
  'message.sms': 'Kurznachrichten, von SNS angenommen',
  'message.letter': 'Briefe, vom Druckdienst angenommen',
  'message.refused': 'Nachrichten, die ein Dienstleister abgelehnt hat',
  'mail.bounced': 'E-Mails, deren Adresse nichts annimmt',
  'mail.complained': 'E-Mails, über die sich ein Empfänger beschwert hat',
  'clarification.open': 'Fälle in Klärung, stündlich gezählt',
  'chain.broken': 'Akten, deren Verlauf nicht mehr der ist, der geschrieben wurde',
  'execution.running': 'Forderungen, deren Ausführung läuft, stündlich gezählt',
  'execution.restarted': 'Verlorene Ausführungen, die neu begonnen wurden',
  'handOver.rows': 'Zeilen fertig gelesener Übergaben',
  'handOver.accepted': 'Angenommene Zeilen',
  'handOver.rejected': 'Abgelehnte Zeilen',
  'claim.started': 'Forderungen, deren Mahnlauf begonnen hat',
  'law.due': 'Werte des Rechts, die nachzulesen sind',
} as const satisfies Readonly<Record<string, string>>;
export type MetricName = keyof typeof METRICS;
const isOfMessages = (name: string): name is MetricName & `message.${string}` => name.startsWith('message.');
/** What went out on each channel, and what a provider refused. */
export const MESSAGE_METRICS = Object.keys(METRICS).filter(isOfMessages);

/**
 * Faults count under `fault.‹name›`; these are the names that can be expected, anything else is a bug and counts under
 * its own.
 */
export const FAULTS = [
  'Conflict',
  'Stale',
  'InProgress',
  'Unavailable',
  'Rejected',
  'NotFound',
  'ZodError',
  'Error',
  'TypeError',
] as const;
export const faultMetric = (name: string): string => `fault.${name}`;
