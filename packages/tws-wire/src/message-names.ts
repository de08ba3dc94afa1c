import { CLIENT_MESSAGES } from "./client-messages/index.ts";
import { SERVER_MESSAGES } from "./server-messages/index.ts";

const namesOf = (definitions: Readonly<Record<string, { readonly id: number }>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(definitions).map(([name, { id }]) => [String(id), name]));

const clientNames = namesOf(CLIENT_MESSAGES);
const serverNames = namesOf(SERVER_MESSAGES);

/** The name of a message by its first field, for logs: "unknown" where this package has none. */
export function messageNameOf(direction: "in" | "out", messageId: string | undefined): string {
  const names = direction === "in" ? clientNames : serverNames;
  return names.get(messageId ?? "") ?? "unknown";
}
