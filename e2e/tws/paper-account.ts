import { err, ok, type Result } from "@bowline/kernel";
import { trySession } from "./sessions.ts";
import { CLIENT_IDS, type Target } from "./target.ts";

/** `isRefusal`: TWS is there, and asking again does not help. */
export type NoPaperAccount = { readonly isRefusal: boolean; readonly text: string };

/**
 * The paper account that the TWS at an address has. It is asked for nothing: an account is told with the handshake, and
 * the connection ends where it is no paper account.
 */
export async function findPaperAccount(
  endpoint: Pick<Target, "host" | "port" | "accountId">,
): Promise<Result<string, NoPaperAccount>> {
  const connected = await trySession(endpoint, CLIENT_IDS.session);
  const where = `${endpoint.host}:${endpoint.port}`;
  if (!connected.ok) {
    const { type, message } = connected.error;
    const hint = type === "account" ? `${message.replace("BOWLINE_ACCOUNT", "--account")}; nothing was sent` : message;
    return err({ isRefusal: type === "account", text: `${where}: ${hint}` });
  }
  const { session } = connected.value;
  session.close("the account is known");
  return ok(session.accountId);
}
