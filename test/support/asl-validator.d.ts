/** The package ships no types; this is what is used of it. */
declare module 'asl-validator' {
  const validate: (definition: unknown) => { isValid: boolean; errorsText: () => string };
  export default validate;
}
