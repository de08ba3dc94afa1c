import { type ClientMessageOf, encode } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import type { Desk } from "../../desk.ts";

/** A TWS has seven colours that windows may share. */
const GROUPS = [1, 2, 3, 4, 5, 6, 7];
const NOTHING = "none";
const INVALID = 321;
const NO_EID = 300;

/** The groups of windows of a TWS, as far as there are any without windows: each shows what a client last put there. */
export type DisplayGroups = {
  /** What a group shows: `conId@exchange`, or nothing. */
  readonly shown: Map<number, string>;
};

export const makeDisplayGroups = (): DisplayGroups => ({ shown: new Map() });

/** queryDisplayGroups: which there are. */
export const answerDisplayGroups = (client: Client, reqId: number): void =>
  send(client, encode.displayGroupList, { reqId, groups: GROUPS.join("|") });

/** subscribeToGroupEvents: what the group shows now, and whenever that changes. */
export function subscribeToGroup(
  { displayGroups }: Desk,
  client: Client,
  { reqId, groupId }: ClientMessageOf<"subscribeToGroupEvents">,
): void {
  if (!GROUPS.includes(groupId))
    return sendError(client, reqId, INVALID, `Error validating request.-'bN' : cause - Invalid group id ${groupId}`);
  client.displayGroups.set(reqId, groupId);
  send(client, encode.displayGroupUpdated, { reqId, contractInfo: displayGroups.shown.get(groupId) ?? NOTHING });
}

/** updateDisplayGroup: the group of a subscription shows something else, and all its subscribers are told. */
export function showInGroup(
  { clients, displayGroups }: Desk,
  client: Client,
  { reqId, contractInfo }: ClientMessageOf<"updateDisplayGroup">,
): void {
  const groupId = client.displayGroups.get(reqId);
  if (groupId === undefined) return sendError(client, reqId, NO_EID, `Can't find EId with tickerId:${reqId}`);
  displayGroups.shown.set(groupId, contractInfo);
  for (const one of clients.values()) {
    for (const [id, group] of one.displayGroups) {
      if (group === groupId) send(one, encode.displayGroupUpdated, { reqId: id, contractInfo });
    }
  }
}
