/** Whether somebody acts through a creditor's own access: `client:MUS`. */
export const isCreditor = (by: string): boolean => by.startsWith('client:');
