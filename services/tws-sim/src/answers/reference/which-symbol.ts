import type { Client } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import type { Desk } from "../../desk.ts";
import type { ContractQuery } from "../../instruments/instruments.ts";

const NO_DEFINITION = 200;

type Found = { readonly symbol: string; readonly minTickPx: number };

/**
 * The one symbol that a request for data means. Where it means none or several, the client is told; where it means an instrument that
 * this market does not play, it is told what `notPlayed` says: at IB, that nothing is there for it.
 */
export function symbolFor(
  { instruments }: Pick<Desk, "instruments">,
  client: Client,
  request: { readonly reqId: number; readonly contract: ContractQuery },
  notPlayed: { readonly code: number; text(name: string): string },
): Found | undefined {
  const picked = instruments.pick(request.contract);
  if (picked.ok && instruments.isPlayed(picked.value)) return picked.value;
  const [other] = instruments.findOther(request.contract);
  const name = picked.ok
    ? `${picked.value.localSymbol} STK`
    : other && `${other.contract.symbol} ${other.contract.secType}`;
  if (name === undefined) sendError(client, request.reqId, NO_DEFINITION, picked.ok ? undefined : picked.error);
  else sendError(client, request.reqId, notPlayed.code, notPlayed.text(name));
  return undefined;
}
