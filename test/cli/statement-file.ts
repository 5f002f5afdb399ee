export const claim = { invoiceNumber: 'RE-1', invoiceDate: '2025-01-10', dueOn: '2025-01-24', principal: '420.00' };
export const file = (more: object = {}): unknown => ({
  debtor: { name: 'Erika Beispiel', land: 'NW' },
  orderedOn: '2025-03-02',
  claims: [claim],
  ...more,
});
