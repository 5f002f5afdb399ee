import { ExecutionName, ProcedureRef, sameProcedure } from '../../domain/ids.ts';

test('a version of a procedure is one by both: its name and its number', () => {
  const standard = { id: 'standard', version: 2 };
  expect(sameProcedure(standard, { id: 'standard', version: 2 })).toBe(true);
  expect(sameProcedure(standard, { id: 'standard', version: 1 })).toBe(false);
  expect(sameProcedure(standard, { id: 'komfort', version: 2 })).toBe(false);
});
test('a procedure is named in small letters, and its versions are counted from 1', () => {
  const accepts = (ref: unknown): boolean => ProcedureRef.safeParse(ref).success;
  expect(accepts({ id: 'stadtwerke-3', version: 1 })).toBe(true);
  expect(accepts({ id: 'Stadtwerke', version: 1 })).toBe(false);
  expect(accepts({ id: 'a'.repeat(41), version: 1 })).toBe(false);
  expect(accepts({ id: 'standard', version: 0 })).toBe(false);
});
test('an execution has the name of its claim and which of its executions it is', () => {
  expect(ExecutionName.safeParse('MUS-4F7K-2QXR-F1-g2').success).toBe(true);
  expect(ExecutionName.safeParse('MUS-4F7K-2QXR-F1').success).toBe(false);
});
