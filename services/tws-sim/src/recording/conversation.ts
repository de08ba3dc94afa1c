import {
  type ClientMessage,
  decodeClientMessage,
  decodeServerMessage,
  type ServerMessage,
  type WireFields,
} from "@bowline/tws-wire";
import type { RecordedMessage } from "./format.ts";
import { idOf } from "./relabel.ts";

/** One message of the server, and how long after the request it came. */
export type RecordedAnswer = {
  /** Its place among all messages of its connection, both ways. */
  readonly place: number;
  readonly delayMs: number;
  readonly fields: WireFields;
  /** Absent where the declarations do not know it: it is sent as it is. */
  readonly message: ServerMessage | undefined;
};

export type RecordedRequest = {
  /** As an answer's. */
  readonly place: number;
  readonly t: number;
  readonly type: ClientMessage["type"];
  /** What it asks, its ids left out: equal for two requests that ask the same. */
  readonly key: string;
  readonly reqId: number | undefined;
  readonly orderId: number | undefined;
  readonly answers: RecordedAnswer[];
};

/** What one recorded client asked, each with what it was answered. */
export type Conversation = {
  readonly serverVersion: number;
  readonly connectionTime: string;
  readonly clientId: number;
  /** startApi; its answers are also all that nobody asked for. */
  readonly start: RecordedRequest;
  /** All but `start`, in the order of the wire. */
  readonly requests: readonly RecordedRequest[];
};

const CHOSEN_BY_CLIENT: ReadonlySet<string> = new Set(["reqId", "orderId", "parentId"]);

/** Equal for two requests that ask the same under other ids, and under other client ids of their own. */
export const requestKey = (message: ClientMessage, ownClientId: number): string =>
  JSON.stringify(message, (name, value: unknown) =>
    CHOSEN_BY_CLIENT.has(name) || (name === "clientId" && value === ownClientId) ? undefined : value,
  );

/** Messages without an id, and whose answers they are: the last such request's. */
const ANSWERS_TO: { readonly [message: string]: readonly ClientMessage["type"][] } = {
  nextValidId: ["reqIds"],
  managedAccounts: ["reqManagedAccts"],
  currentTime: ["reqCurrentTime"],
  position: ["reqPositions"],
  positionEnd: ["reqPositions"],
  openOrderEnd: ["reqOpenOrders", "reqAllOpenOrders"],
  completedOrder: ["reqCompletedOrders"],
  completedOrdersEnd: ["reqCompletedOrders"],
  updateAccountValue: ["reqAccountUpdates"],
  updatePortfolio: ["reqAccountUpdates"],
  updateAccountTime: ["reqAccountUpdates"],
  accountDownloadEnd: ["reqAccountUpdates"],
  familyCodes: ["reqFamilyCodes"],
  receiveFa: ["requestFa"],
  scannerParameters: ["reqScannerParameters"],
  mktDepthExchanges: ["reqMktDepthExchanges"],
  newsProviders: ["reqNewsProviders"],
  updateNewsBulletin: ["reqNewsBulletins"],
  marketRule: ["reqMarketRule"],
};

/** Finds whose answer each message of the server is. */
function makePairing(start: RecordedRequest) {
  const byReqId = new Map<number, RecordedRequest>();
  const byOrderId = new Map<number, RecordedRequest>();
  /** An error's id may be either. */
  const byAnyId = new Map<number, RecordedRequest>();
  const byType = new Map<string, RecordedRequest>();
  const byExecId = new Map<string, RecordedRequest>();
  /** Has asked for open orders, and was not told the end of them. */
  let listing: RecordedRequest | undefined;

  const byNoId = ({ name }: ServerMessage): RecordedRequest | undefined => {
    const greets = name === "nextValidId" || name === "managedAccounts";
    if (greets && !start.answers.some(({ message }) => message?.name === name)) return start;
    const asked = (ANSWERS_TO[name] ?? []).map((type) => byType.get(type)).filter((each) => each !== undefined);
    return asked.toSorted((a, b) => b.t - a.t)[0];
  };
  const ownerOf = (message: ServerMessage): RecordedRequest | undefined => {
    const { name, content } = message;
    if (name === "error") return byAnyId.get(content.id);
    if (name === "commissionReport") return byExecId.get(content.execId);
    if (name === "nextValidId") return byNoId(message);
    if (listing !== undefined && (name === "openOrder" || name === "orderStatus")) return listing;
    const [reqId, orderId] = [idOf(content, "reqId"), idOf(content, "orderId")];
    if (reqId !== undefined && reqId >= 0) return byReqId.get(reqId);
    return orderId === undefined ? byNoId(message) : byOrderId.get(orderId);
  };
  return {
    ask(request: RecordedRequest): void {
      const { reqId, orderId, type } = request;
      if (reqId !== undefined) byReqId.set(reqId, request);
      if (orderId !== undefined) byOrderId.set(orderId, request);
      const id = reqId ?? orderId;
      if (id !== undefined) byAnyId.set(id, request);
      byType.set(type, request);
      if (type === "reqOpenOrders" || type === "reqAllOpenOrders") listing = request;
    },
    answer({ t, fields }: RecordedMessage, place: number, serverVersion: number): void {
      const read = decodeServerMessage(serverVersion, fields);
      const message = read.ok ? read.value : undefined;
      const owner = (message && ownerOf(message)) ?? start;
      owner.answers.push({ place, delayMs: t - owner.t, fields, message });
      if (message?.name === "execDetails") byExecId.set(message.content.execId, owner);
      if (message?.name === "openOrderEnd") listing = undefined;
    },
  };
}

/** The messages of one connection as requests with their answers; `undefined` where its client never said who it is. */
export function converse(messages: readonly RecordedMessage[]): Conversation | undefined {
  const greeting = messages.find(({ handshake, direction }) => handshake === true && direction === "out");
  const beginsAt = messages.findIndex(({ handshake, direction }) => handshake !== true && direction === "in");
  const opening = messages[beginsAt];
  if (greeting?.serverVersion === undefined || opening === undefined) return undefined;
  const { serverVersion, fields } = greeting;
  const said = decodeClientMessage(serverVersion, opening.fields);
  if (!said.ok || said.value.type !== "startApi") return undefined;
  const { clientId } = said.value;
  const start = requestOf(opening.t, beginsAt, said.value, clientId);
  const pairing = makePairing(start);
  const requests: RecordedRequest[] = [];
  for (const [place, message] of messages.entries()) {
    if (place <= beginsAt) continue;
    if (message.direction === "out") {
      pairing.answer(message, place, serverVersion);
      continue;
    }
    const read = decodeClientMessage(serverVersion, message.fields);
    // Nothing can be like a request that cannot be read.
    if (!read.ok) continue;
    const request = requestOf(message.t, place, read.value, clientId);
    requests.push(request);
    pairing.ask(request);
  }
  return { serverVersion, connectionTime: fields[1] ?? "", clientId, start, requests };
}

const requestOf = (t: number, place: number, message: ClientMessage, clientId: number): RecordedRequest => ({
  place,
  t,
  type: message.type,
  key: requestKey(message, clientId),
  reqId: idOf(message, "reqId"),
  orderId: idOf(message, "orderId"),
  answers: [],
});
