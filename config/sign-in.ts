/** Where the command `mahnwerk` waits for the answer of a sign-in page: the first of these ports that is free. */
export const SIGN_IN_PORTS = [8765, 8766, 8767] as const;
/** Cognito knows each address letter by letter; plain http it takes for `localhost` only. */
export const signInAddress = (port: number): string => `http://localhost:${port}/`;
