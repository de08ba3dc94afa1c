import { readFileSync } from "node:fs";
import { err, ok, type Result } from "@bowline/kernel";
import {
  type ClientMessage,
  createWireServer,
  type SessionListener,
  SUPPORTED_VERSIONS,
  type WireSession,
} from "@bowline/tws-wire";
import { type Conversation, converse, type RecordedAnswer, type RecordedRequest, requestKey } from "./conversation.ts";
import { parseRecording } from "./format.ts";
import { makePlayback } from "./playback.ts";
import { idOf, relabel } from "./relabel.ts";

export type ReplayerOptions = {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly file: string;
  /** How many times as fast as recorded. */
  readonly speed: number;
  /** One line for whoever watches: a request without an answer, a client that was refused. */
  readonly onNotice: (text: string) => void;
};

export type Replayer = {
  readonly port: number;
  readonly serverVersion: number;
  /** How many clients were recorded. The next client gets the next one's answers, the one after the last the first's again. */
  readonly connections: number;
  readonly requests: number;
  stop(): Promise<void>;
};

/** Answers clients as a recorded TWS answered: a request that asks the same is told the same. */
export async function startReplayer(options: ReplayerOptions): Promise<Result<Replayer, string>> {
  const { host, port, file, speed, onNotice } = options;
  const read = readConversations(file);
  if (!read.ok) return read;
  const { conversations, first } = read.value;
  let clients = 0;
  const server = await createWireServer({
    host,
    port,
    minVersion: first.serverVersion,
    maxVersion: first.serverVersion,
    connectionTime: () => first.connectionTime,
    onNotice: ({ text, connectionId }) => onNotice(`connection ${connectionId}: ${text}`),
    onConnection: (session) => {
      const conversation = conversations[clients % conversations.length] ?? first;
      clients += 1;
      return replay(session, conversation, { speed, onNotice });
    },
  });
  if (!server.ok) return err(`cannot listen on ${host}:${port}: ${server.error.code}`);
  return ok({
    port: server.value.port,
    serverVersion: first.serverVersion,
    connections: conversations.length,
    requests: conversations.reduce((sum, { requests }) => sum + requests.length, 0),
    stop: () => server.value.close(),
  });
}

type Conversations = { readonly conversations: readonly Conversation[]; readonly first: Conversation };

function readConversations(file: string): Result<Conversations, string> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    return err(`${file}: cannot be read: ${(cause as NodeJS.ErrnoException).code}`);
  }
  const parsed = parseRecording(text, file);
  if (!parsed.ok) return parsed;
  const byConnection = Map.groupBy(parsed.value, ({ connection }) => connection);
  const conversations = [...byConnection.values()].map(converse).filter((each) => each !== undefined);
  const [first] = conversations;
  if (first === undefined) return err(`${file}: no client in it came as far as startApi: there is nothing to replay`);
  const versions = [...new Set(conversations.map(({ serverVersion }) => serverVersion))];
  if (versions.length > 1)
    return err(`${file}: its clients spoke different versions, ${versions.join(", ")}: record them one by one`);
  const { minVersion, maxVersion } = SUPPORTED_VERSIONS;
  if (first.serverVersion < minVersion || first.serverVersion > maxVersion)
    return err(`${file}: server version ${first.serverVersion} is not among ${minVersion}..${maxVersion}`);
  return ok({ conversations, first });
}

type Pace = Pick<ReplayerOptions, "speed" | "onNotice">;

/** Plays one recorded conversation to one client. */
function replay(session: WireSession, conversation: Conversation, { speed, onNotice }: Pace): SessionListener {
  const { serverVersion, clientId, start, requests } = conversation;
  const playback = makePlayback(speed);
  const unused = new Set(requests);
  /** Recorded ids, and what this client has instead. */
  const [reqIds, orderIds] = [new Map<number, number>(), new Map<number, number>()];

  const send = ({ fields, message }: RecordedAnswer, request: RecordedRequest, reqId: number | undefined): void => {
    const newIdOf = (name: string, id: number): number => {
      if (name === "clientId") return id === clientId ? session.clientId : id;
      if (name === "reqId" || (name === "id" && request.reqId !== undefined))
        return id === request.reqId ? (reqId ?? id) : id;
      return orderIds.get(id) ?? id;
    };
    const isGreeting = message === undefined || message.name === "nextValidId";
    session.send(isGreeting ? fields : relabel(serverVersion, fields, message, newIdOf));
  };
  const play = (request: RecordedRequest, reqId: number | undefined): void =>
    playback.ask(request, (answer) => send(answer, request, reqId));
  play(start, undefined);
  return {
    onMessage: (message) => {
      const found = findRequest(message, session.clientId, unused, { reqIds, orderIds });
      const [reqId, orderId] = [idOf(message, "reqId"), idOf(message, "orderId")];
      if (found === undefined) {
        const id = reqId ?? orderId;
        const which = id === undefined ? message.type : `${message.type} ${id}`;
        onNotice(`client ${session.clientId}: no unused request of the recording is like ${which}: no answer`);
        return;
      }
      unused.delete(found);
      if (found.reqId !== undefined && reqId !== undefined) reqIds.set(found.reqId, reqId);
      if (found.orderId !== undefined && orderId !== undefined) orderIds.set(found.orderId, orderId);
      play(found, reqId);
    },
    onMalformed: ({ messageName, field, reason }) =>
      onNotice(`client ${session.clientId}: ${messageName} cannot be read (${field}: ${reason}): no answer`),
    onClose: () => playback.stop(),
  };
}

type Ids = { readonly reqIds: ReadonlyMap<number, number>; readonly orderIds: ReadonlyMap<number, number> };

/** The first unused request that asks the same; before others one under the id that this client has for it. */
function findRequest(
  message: ClientMessage,
  clientId: number,
  unused: ReadonlySet<RecordedRequest>,
  { reqIds, orderIds }: Ids,
): RecordedRequest | undefined {
  const key = requestKey(message, clientId);
  const alike = [...unused].filter((request) => request.key === key);
  const [reqId, orderId] = [idOf(message, "reqId"), idOf(message, "orderId")];
  const isOfSame = (request: RecordedRequest): boolean =>
    (request.reqId !== undefined && reqIds.get(request.reqId) === reqId) ||
    (request.orderId !== undefined && orderIds.get(request.orderId) === orderId);
  // The end of one request is not the end of another.
  const isForItsOwn = message.type.startsWith("cancel") && (reqId ?? orderId) !== undefined;
  return alike.find(isOfSame) ?? (isForItsOwn ? undefined : alike[0]);
}
