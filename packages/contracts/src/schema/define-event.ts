import type { Fields, Shape } from "./field.ts";

/** The services' edges and machines that may write an event. `strategy` stands for every `strategy.<group>`, `desk` likewise, and `strategy-shadow` for every `shadow.<group>`. */
export type Writer =
  | "execution"
  | "feed"
  | "clock"
  | "market-data"
  | "prediction-ingest"
  | "strategy"
  | "desk"
  | "strategy-shadow"
  | "risk-gate"
  | "portfolio"
  | "operator"
  | "streams"
  | "loop";

export type EventDefinition<K extends string = string, F extends Fields = Fields> = {
  /** The discriminator, such as `order.filled`. */
  readonly kind: K;
  /** The protobuf package without its version, and the message's name. */
  readonly domain: string;
  readonly name: string;
  readonly doc: string;
  /** The tokens behind `bw`: a literal, or `{field}` for a field's value as one token. */
  readonly subject: string;
  readonly writers: readonly Writer[];
  readonly fields: F;
};

/** The TypeScript type of an event that a definition describes. */
export type EventOf<D> = D extends EventDefinition<infer K, infer F> ? { readonly kind: K } & Shape<F> : never;

/** Declares an event once: from here come its type, its subject, its protobuf message and the translation both ways. */
export const defineEvent = <const K extends string, F extends Fields>(
  definition: EventDefinition<K, F>,
): EventDefinition<K, F> => definition;
