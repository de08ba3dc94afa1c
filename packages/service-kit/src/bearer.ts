import { timingSafeEqual } from "node:crypto";
import { sha256Hex } from "@bowline/kernel";

/** Whether an Authorization header carries the token; takes the same time for every wrong one. An empty token lets nobody in. */
export function isAuthorized(header: string | undefined, token: string): boolean {
  const given = header?.startsWith("Bearer ") === true ? header.slice("Bearer ".length) : "";
  return timingSafeEqual(Buffer.from(sha256Hex(given)), Buffer.from(sha256Hex(token))) && token !== "";
}
