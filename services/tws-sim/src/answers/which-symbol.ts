import type { Client } from "../clients/client.ts";
import { sendError } from "../clients/errors.ts";
import type { Desk } from "../desk.ts";
import type { ContractQuery } from "../instruments/instruments.ts";

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
  notPlayed: { readonly code: number; text(symbol: string): string },
): Found | undefined {
  const picked = instruments.pick(request.contract);
  if (!picked.ok) {
    sendError(client, request.reqId, NO_DEFINITION, picked.error);
    return undefined;
  }
  if (instruments.isPlayed(picked.value)) return picked.value;
  sendError(client, request.reqId, notPlayed.code, notPlayed.text(picked.value.localSymbol));
  return undefined;
}
