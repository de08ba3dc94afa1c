import { decodeServerMessage, type WireFields } from "@bowline/tws-wire";

/** Replaces account numbers in messages, the same by the same in all of a recording. */
export type Redaction = (direction: "in" | "out", serverVersion: number | undefined, fields: WireFields) => WireFields;

/**
 * Account numbers are those that `managedAccounts` names, which TWS sends before anything of an account. Each becomes DU0000001,
 * DU0000002 .. wherever its letters stand in a field.
 */
export function makeRedaction(): Redaction {
  const aliases = new Map<string, string>();
  let pattern: RegExp | undefined;
  const learn = (accounts: readonly string[]): void => {
    for (const account of accounts) {
      if (account === "" || aliases.has(account)) continue;
      aliases.set(account, `DU${String(aliases.size + 1).padStart(7, "0")}`);
    }
    // U1234567 stands in DU1234567 too: the longer first.
    const known = [...aliases.keys()].toSorted((a, b) => b.length - a.length).map((each) => RegExp.escape(each));
    pattern = known.length === 0 ? undefined : new RegExp(known.join("|"), "g");
  };
  return (direction, serverVersion, fields) => {
    if (direction === "out" && serverVersion !== undefined) {
      const read = decodeServerMessage(serverVersion, fields);
      if (read.ok && read.value.name === "managedAccounts") learn(read.value.content.accounts);
    }
    if (pattern === undefined) return fields;
    const accounts = pattern;
    return fields.map((field) => field.replace(accounts, (account) => aliases.get(account) ?? account));
  };
}
