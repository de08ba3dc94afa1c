import { first, firstValueFrom, type Observable } from "rxjs";

/** The first value that fits, or the error that came instead. It is not observed any longer then. */
export const firstOf = <Value>(
  observable: Observable<Value>,
  fits: (value: Value) => boolean = () => true,
): Promise<Value> => firstValueFrom(observable.pipe(first(fits)));

/** Maps as objects, without the times at which their values came in. */
export function plainOf(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, of]) => [String(key), plainOf(of)]));
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { ingressTm: _ingressTm, ...rest } = value as { readonly ingressTm?: number };
  return rest;
}
