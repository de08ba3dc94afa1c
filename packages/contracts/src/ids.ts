import { base32Sha256 } from "@bowline/kernel";

/** Logical id of an output: 26 characters, the same on every replay. */
export const logicalId = (causeId: string, machine: string, ordinal: number): string =>
  base32Sha256(`${causeId}|${machine}|${ordinal}`, 26);

/** Logical id of what an edge saw: its serial stands in the cause's place. */
export const edgeId = (edge: string, generation: string, serial: number, ordinal: number): string =>
  base32Sha256(`${generation}|${edge}|${serial}|${ordinal}`, 26);

/** Everything that makes an order the one order of a decision. */
export type ClOrdIdParts = {
  readonly accountId: string;
  readonly strategy: string;
  readonly symbol: string;
  readonly rule: string;
  /** Natural key of the trigger, such as `prediction:abc:0`: never a sequence. */
  readonly triggerKey: string;
  readonly leg: string;
  readonly attempt: number;
};

/** Our order id, 20 characters: the same inputs give the same id on every worker, in every run. */
export const makeClOrdId = (p: ClOrdIdParts): string =>
  base32Sha256([p.accountId, p.strategy, p.symbol, p.rule, p.triggerKey, p.leg, String(p.attempt)].join("|"), 20);
