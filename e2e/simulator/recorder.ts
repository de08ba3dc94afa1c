import { EventName, IBApi } from "@stoqey/ib";

/** One callback of the real client: the event's name, then every argument. Errors stand as their texts. */
export type Told = readonly [event: string, ...args: readonly unknown[]];

/** The real client, and everything that it is told, argument for argument. */
export type Recorder = {
  readonly api: IBApi;
  /** What came while it connected, up to the last of the notices. */
  readonly greeting: readonly Told[];
  /** Calls, and gives all that was told until the simulator had answered that and whatever came before it. */
  asked(call: (api: IBApi) => void): Promise<readonly Told[]>;
  /** Resolves with the first event told from now on that fits, and keeps it for `taken`. */
  sees(fits: (told: Told) => boolean): Promise<Told>;
  /** Everything told since the last `asked` or `taken`. */
  taken(): readonly Told[];
  close(): void;
};

/** Not of TWS: what passes on the socket, and repetitions of other events under one name. */
const OWN: ReadonlySet<string> = new Set(["all", "result", "received", "sent", "server", "connected"]);

/** Errors as their texts; what was left away at the end is not there. */
function plain(args: readonly unknown[]): readonly unknown[] {
  const known = args.findLastIndex((argument) => argument !== undefined);
  return args.slice(0, known + 1).map((argument) => (argument instanceof Error ? argument.message : argument));
}

export async function connectRecorder(port: number, clientId: number): Promise<Recorder> {
  const api = new IBApi({ host: "127.0.0.1", port, clientId, maxReqPerSec: 1000 });
  const waiting = new Set<(told: Told) => void>();
  let log: Told[] = [];
  for (const event of Object.values(EventName)) {
    if (OWN.has(event)) continue;
    api.on(event as EventName.connected, (...args: readonly unknown[]) => {
      const told: Told = [event, ...plain(args)];
      log.push(told);
      for (const look of waiting) look(told);
    });
  }
  const sees: Recorder["sees"] = (fits) =>
    new Promise((resolve) => {
      const look = (told: Told): void => {
        if (!fits(told)) return;
        waiting.delete(look);
        resolve(told);
      };
      waiting.add(look);
    });
  const taken = (): readonly Told[] => {
    const all = log;
    log = [];
    return all;
  };
  const greeted = sees(([event, , code]) => event === "disconnected" || (event === "info" && code === 2158));
  api.connect(clientId);
  await greeted;
  return {
    api,
    greeting: taken(),
    asked: async (call) => {
      taken();
      const answered = sees(([event]) => event === "currentTime");
      call(api);
      api.reqCurrentTime();
      await answered;
      return taken().slice(0, -1);
    },
    sees,
    taken,
    close: () => {
      api.removeAllListeners();
      api.disconnect();
    },
  };
}
