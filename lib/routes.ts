/** The functions behind the API, each with its file under `lambdas/`. */
export const API_FILES = {
  uploads: 'api/uploads.ts',
  handOvers: 'api/hand-overs.ts',
  claims: 'api/claims.ts',
  akten: 'api/akten.ts',
  chains: 'api/chains.ts',
  payments: 'api/payments.ts',
  payouts: 'api/payouts.ts',
  steer: 'api/steer.ts',
  reversals: 'api/reversals.ts',
  credits: 'api/credits.ts',
  refunds: 'api/refunds.ts',
  bankLines: 'api/bank-lines.ts',
  creditors: 'api/creditors.ts',
  suggestions: 'api/suggestions.ts',
  answers: 'api/answers.ts',
  queries: 'api/queries.ts',
  instalments: 'api/instalments.ts',
  calls: 'api/calls.ts',
  procedures: 'api/procedures.ts',
  clarifications: 'api/clarifications.ts',
  failures: 'api/failures.ts',
  accesses: 'api/accesses.ts',
} as const;
export type ApiName = keyof typeof API_FILES;

/** Whose token opens a route. */
export type Caller = 'creditor' | 'operator' | 'both';
export type Route = Readonly<{ method: 'GET' | 'POST'; path: string; who: Caller; by: ApiName }>;

/** Every route of the API, who may use it, and the function that answers. */
export const ROUTES: readonly Route[] = [
  { method: 'POST', path: '/v1/uploads', who: 'creditor', by: 'uploads' },
  { method: 'GET', path: '/v1/hand-overs', who: 'creditor', by: 'handOvers' },
  { method: 'GET', path: '/v1/hand-overs/{id}', who: 'creditor', by: 'handOvers' },
  { method: 'POST', path: '/v1/claims', who: 'creditor', by: 'claims' },
  { method: 'GET', path: '/v1/akten', who: 'creditor', by: 'akten' },
  { method: 'GET', path: '/v1/akten/{akte}', who: 'both', by: 'akten' },
  { method: 'GET', path: '/v1/payouts/{month}', who: 'creditor', by: 'payouts' },
  { method: 'POST', path: '/v1/claims/{claim}/payments', who: 'creditor', by: 'payments' },
  { method: 'POST', path: '/v1/akten/{akte}/{action}', who: 'both', by: 'steer' },
  { method: 'POST', path: '/v1/akten/{akte}/answers', who: 'operator', by: 'answers' },
  { method: 'POST', path: '/v1/akten/{akte}/queries/{query}', who: 'both', by: 'queries' },
  { method: 'POST', path: '/v1/akten/{akte}/instalments', who: 'operator', by: 'instalments' },
  { method: 'POST', path: '/v1/akten/{akte}/calls', who: 'operator', by: 'calls' },
  { method: 'GET', path: '/v1/creditors/{creditor}/calls', who: 'operator', by: 'calls' },
  { method: 'POST', path: '/v1/akten/{akte}/reversals', who: 'operator', by: 'reversals' },
  { method: 'POST', path: '/v1/akten/{akte}/credits', who: 'both', by: 'credits' },
  { method: 'POST', path: '/v1/akten/{akte}/refunds', who: 'operator', by: 'refunds' },
  { method: 'GET', path: '/v1/akten/{akte}/chain', who: 'operator', by: 'chains' },
  { method: 'POST', path: '/v1/akten/{akte}/payments', who: 'operator', by: 'bankLines' },
  { method: 'POST', path: '/v1/creditors', who: 'operator', by: 'creditors' },
  { method: 'GET', path: '/v1/creditors/{creditor}/accesses', who: 'operator', by: 'accesses' },
  { method: 'POST', path: '/v1/creditors/{creditor}/accesses', who: 'operator', by: 'accesses' },
  { method: 'POST', path: '/v1/creditors/{creditor}/accesses/{purpose}/revoke', who: 'operator', by: 'accesses' },
  { method: 'POST', path: '/v1/procedures', who: 'operator', by: 'procedures' },
  { method: 'GET', path: '/v1/clarifications', who: 'operator', by: 'clarifications' },
  { method: 'GET', path: '/v1/clarifications/{state}', who: 'operator', by: 'clarifications' },
  { method: 'GET', path: '/v1/failures', who: 'operator', by: 'failures' },
  { method: 'POST', path: '/v1/failures/{source}', who: 'operator', by: 'failures' },
  { method: 'GET', path: '/v1/creditors/{creditor}/suggestions', who: 'operator', by: 'suggestions' },
  { method: 'POST', path: '/v1/creditors/{creditor}/suggestions/{id}', who: 'operator', by: 'suggestions' },
];
