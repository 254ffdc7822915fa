// dynalite 4.0.0 has no types. These declare the internal modules that the twin uses; only this folder imports them.

declare module 'dynalite/actions/*.js' {
  const action: import('./store').Action;
  export default action;
}

declare module 'dynalite/validations/index.js' {
  const validations: import('./store').Validations;
  export default validations;
}

declare module 'dynalite/validations/*.js' {
  const validation: import('./store').Validation;
  export default validation;
}

declare module 'dynalite/db/conditionParser.js' {
  const parser: { parse: import('./rememberConditions').ParseCondition };
  export default parser;
}

declare module 'dynalite/db/projectionParser.js' {
  const parser: { parse: import('./rememberConditions').ParseCondition };
  export default parser;
}

declare module 'dynalite/db/updateParser.js' {
  const parser: { parse: import('./rememberConditions').ParseCondition };
  export default parser;
}

declare module 'dynalite/db/index.js' {
  const db: import('./store').Rules;
  export default db;
}
