const PREFIX = "reduce:";

/**
 * Id of a change that makes what protects a position smaller, because an order of its own closes the difference, or larger again
 * because that one did not. A stop that somebody makes smaller under any other id leaves a part of the position unprotected.
 */
export const reductionId = (id: string): string => `${PREFIX}${id}`;

export const isReduction = (replaceId: string): boolean => replaceId.startsWith(PREFIX);
