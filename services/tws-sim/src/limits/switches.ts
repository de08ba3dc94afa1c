import { strict, z } from "@bowline/config";

const count = z.int().min(0).max(1_000_000);

/** One behaviour of TWS that can be set: IB counts it per login, or nobody outside IB knows it for sure. */
type Switch<Schema extends z.ZodType> = {
  readonly schema: Schema;
  readonly default: z.output<Schema>;
  /** What it does; 0 switches a limit off. */
  readonly what: string;
  readonly source: string;
};

const aSwitch = <Schema extends z.ZodType>(one: Switch<Schema>): Switch<Schema> => one;

const DOCS = "interactivebrokers.github.io/tws-api";

/** What limits a client, and what data it gets: one line each, with its default and where that comes from. */
export const SWITCHES = {
  limitClock: aSwitch({
    schema: z.enum(["wall", "simulated"]),
    default: "wall",
    what: "Which time the limits count. A socket's pace is real even where the market's is not.",
    source: "ours",
  }),
  messagesPerSecond: aSwitch({
    schema: count,
    default: 50,
    what: "Messages a client may send in any second; more is error 100. Counted in free-running time only: lock-step has no pace.",
    source: `${DOCS}/order_limitations.html`,
  }),
  rateViolations: aSwitch({
    schema: count,
    default: 3,
    what: "At this many violations of the rate the client is cut; 0 never cuts.",
    source: "users' reports of `max=50 rec=56 (3)` before a disconnect",
  }),
  earlyRequests: aSwitch({
    schema: z.enum(["answer", "drop"]),
    default: "answer",
    what: "Requests that a client sends before it is told the next valid id: answered, or lost; where they are lost, the id comes 50 ms after startApi.",
    source: `${DOCS}/connection.html says that they could be dropped, not when`,
  }),
  overRate: aSwitch({
    schema: z.enum(["answer", "drop"]),
    default: "answer",
    what: "What becomes of a message above the rate.",
    source: "not confirmed",
  }),
  clientBufferBytes: aSwitch({
    schema: z.int().min(100_000).max(1_000_000_000),
    default: 32 * 1024 * 1024,
    what: "A client that does not read is cut when so much waits for it. Read once, at the start.",
    source: "ours; TWS cuts slow clients too, its bound is not documented",
  }),
  marketDataLines: aSwitch({
    schema: count,
    default: 100,
    what: "Instruments of a login with ticks or real-time bars at once; more is error 101. Several requests for one count once.",
    source: `${DOCS}/market_data.html; that repetitions count once is not confirmed`,
  }),
  tickByTickStreams: aSwitch({
    schema: count,
    default: 5,
    what: "Tick-by-tick requests of a login at once, a twentieth of the lines; more is error 10190.",
    source: `${DOCS}/tick_data.html`,
  }),
  tickByTickSameSeconds: aSwitch({
    schema: count,
    default: 15,
    what: "Seconds between two tick-by-tick requests for one instrument; sooner is error 10189.",
    source: `${DOCS}/tick_data.html; the code is not confirmed`,
  }),
  historyPerTenMinutes: aSwitch({
    schema: count,
    default: 60,
    what: "Historical requests of a login in ten minutes, BID_ASK counting twice; more is error 162.",
    source: `${DOCS}/historical_limitations.html`,
  }),
  historySameSeconds: aSwitch({
    schema: count,
    default: 15,
    what: "Seconds between two identical historical requests; sooner is error 162.",
    source: `${DOCS}/historical_limitations.html`,
  }),
  historyPerContract: aSwitch({
    schema: count,
    default: 6,
    what: "So many historical requests for one contract, exchange and kind within two seconds are error 162.",
    source: `${DOCS}/historical_limitations.html`,
  }),
  historyOpen: aSwitch({
    schema: count,
    default: 50,
    what: "Historical requests of a login that may be open at once (kept up to date); more is error 162.",
    source: `${DOCS}/historical_limitations.html`,
  }),
  historyPacedBarSeconds: aSwitch({
    schema: count,
    default: 30,
    what: "The pacing of historical requests holds for bars up to this length, and for ticks.",
    source: `${DOCS}/historical_limitations.html, note 1: lifted for bars of 1 min and more`,
  }),
  historyStepSizes: aSwitch({
    schema: z.enum(["small-bars", "all", "off"]),
    default: "small-bars",
    what: "Where the table of durations and bar sizes is enforced (162 Time length exceed max): for bars below 1 min, for all, or not.",
    source: `${DOCS}/historical_limitations.html, note 1`,
  }),
  headTimestamps: aSwitch({
    schema: z.enum(["known", "own"]),
    default: "known",
    what: "known: reqHeadTimestamp tells IB's own first trade of AAPL and SPY, though the bars here begin later. own: always where they begin.",
    source: "AAPL: stoqey/ib's live test; SPY: recorded answers of IB's servers",
  }),
  historyYears: aSwitch({
    schema: z.int().min(0).max(20),
    default: 6,
    what: "Years of made-up history before the market's own.",
    source: "ours",
  }),
  historyCancelNotice: aSwitch({
    schema: z.boolean(),
    default: true,
    what: "Canceling a historical request that is kept up to date is told as 162 API historical data query cancelled.",
    source: "users' logs",
  }),
  realTimeBarsPerTenMinutes: aSwitch({
    schema: count,
    default: 60,
    what: "New real-time bars of a login in ten minutes; more is error 420.",
    source: `${DOCS}/realtime_bars.html`,
  }),
  marketDataPermission: aSwitch({
    schema: z.enum(["live", "partial", "delayed", "none"]),
    default: "live",
    what: "live: everything. partial: ticks come, after 10090 where generic ticks were asked for. delayed: live requests fail, delayed ones are told 10167 and get delayed ticks. none: 354, and 10168 for delayed ones.",
    source: `${DOCS}/market_data_type.html`,
  }),
  notSubscribedCode: aSwitch({
    schema: z.union([z.literal(354), z.literal(10089)]),
    default: 10089,
    what: "What a live request is told where only delayed data is there.",
    source: "both are seen: wboayue/rust-ibapi#677, atreyuxtrading/atreyu-backtrader-api#8",
  }),
  delayMinutes: aSwitch({
    schema: z.int().min(0).max(60),
    default: 15,
    what: "How late delayed data is.",
    source: `${DOCS}/delayed_data.html`,
  }),
  competingSession: aSwitch({
    schema: z.boolean(),
    default: false,
    what: "A live session elsewhere takes the data: requests are answered with 10197 and nothing comes.",
    source: `${DOCS}/message_codes.html`,
  }),
  maxClients: aSwitch({
    schema: count,
    default: 32,
    what: "Clients that are connected at once; one more is cut after its hello, without a word.",
    source: `${DOCS}/connection.html; what the next one is told is not confirmed`,
  }),
  orderWithoutAccount: aSwitch({
    schema: z.enum(["refuse", "first"]),
    default: "refuse",
    what: "An order that names no account, of a login with several: error 435, or it goes to the first account.",
    source: `${DOCS}/message_codes.html, 435; pilwon/node-ib#24`,
  }),
  accountUpdateMinutes: aSwitch({
    schema: z.int().min(1).max(60),
    default: 3,
    what: "So often accounts are told anew where nothing was traded, and summaries in any case. In lock-step each minute: the system compares its books with them.",
    source: `${DOCS}/account_updates.html, account_summary.html`,
  }),
  accountPlaces: aSwitch({
    schema: z.enum(["cents", "exact"]),
    default: "cents",
    what: "How account values are written: two places, or all that there are. The service writes all: the system compares exactly.",
    source: "recordings have two places",
  }),
  accountListComma: aSwitch({
    schema: z.boolean(),
    default: true,
    what: "The list of several accounts ends with a comma.",
    source: "ranaroussi/qtpylib#79",
  }),
} as const;

type SwitchName = keyof typeof SWITCHES;
export type Switches = { readonly [Name in SwitchName]: z.output<(typeof SWITCHES)[Name]["schema"]> };

const names = Object.keys(SWITCHES) as SwitchName[];

export type Wish = { readonly [Name in SwitchName]?: Switches[Name] | undefined };

/** The defaults, or other switches, but for what is wished otherwise. */
export function switchesWith(wish: Wish = {}, others?: Switches): Switches {
  const base = others ?? Object.fromEntries(names.map((name) => [name, SWITCHES[name].default]));
  const wishes = Object.entries(wish).filter(([, setting]) => setting !== undefined);
  return { ...base, ...Object.fromEntries(wishes) } as Switches;
}

/** Where time moves by steps alone, it has no pace that could be held to. */
export const UNPACED: Wish = {
  messagesPerSecond: 0,
  tickByTickSameSeconds: 0,
  historyPerTenMinutes: 0,
  historySameSeconds: 0,
  historyPerContract: 0,
  realTimeBarsPerTenMinutes: 0,
};

/** A file of switches: any of them, none else. */
export const switchesSchema = strict(
  Object.fromEntries(names.map((name) => [name, SWITCHES[name].schema.optional()])) as {
    [Name in SwitchName]: z.ZodOptional<(typeof SWITCHES)[Name]["schema"]>;
  },
);
