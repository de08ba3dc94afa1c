/** The name in `strategy:name`; `undefined` for every other scope. */
export const strategyOf = (scope: string): string | undefined => /^strategy:(.+)$/.exec(scope)?.[1];
