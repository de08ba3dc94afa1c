import { adviceFor, strict, z } from "@bowline/config";

/** The messages of TWS that faults may drop, repeat or hold back. */
export const FAULTY_MESSAGES = [
  "openOrder",
  "orderStatus",
  "execDetails",
  "commissionReport",
  "error",
  "nextValidId",
  "openOrderEnd",
  "execDetailsEnd",
  "completedOrdersEnd",
  "positionEnd",
  "accountDownloadEnd",
  "realtimeBar",
  "tickPrice",
  "currentTime",
] as const;

const times = z.int().min(1).max(10_000).default(1).describe("How many times it happens.");
const ms = z.int().min(0).max(3_600_000);
const symbol = z.string().min(1);
const code = z.int().min(1).max(99_999);

const connectionFaults = [
  strict({ fault: z.literal("cut") }).describe("Every socket is destroyed; clients may come back at once."),
  strict({ fault: z.literal("silence"), direction: z.enum(["both", "reading", "writing"]).default("both") }).describe(
    "Half open: the sockets stay, but nothing is read, or written, or both.",
  ),
  strict({ fault: z.literal("unsilence") }).describe(
    "Ends the silence; connections from before are cut, as what they missed would never come.",
  ),
  strict({ fault: z.literal("slow"), delayMs: ms }).describe(
    "Everything that is sent leaves so much later, in order; 0 ends it. For real time only.",
  ),
  strict({ fault: z.literal("refuse-logins"), code: code.default(326), times }).describe(
    "The next clients are turned away with a code, then their sockets are closed.",
  ),
  strict({
    fault: z.literal("restart"),
    downMs: ms,
    orderIds: z.enum(["kept", "reset"]).default("kept"),
  }).describe("TWS goes away, its port too, and comes back with its orders; order ids may begin at 1 again."),
  strict({ fault: z.literal("reset-order-ids") }).describe(
    "Next valid order ids begin at 1 again, as IBC's option does; permIds go on.",
  ),
] as const;

const noticeFaults = [
  strict({ fault: z.literal("notice"), code, message: z.string().default("") }).describe(
    "A message of the system (id -1), such as 2103 or 2104, without any effect of its own.",
  ),
  strict({ fault: z.literal("server-lost") }).describe(
    "1100: TWS loses IB's servers; market data stops, order events are held back.",
  ),
  strict({ fault: z.literal("server-back"), data: z.enum(["kept", "lost"]).default("kept") }).describe(
    "1102, or 1101 where the subscriptions are gone; what was held back is told.",
  ),
] as const;

const messageFaults = [
  strict({
    fault: z.literal("messages"),
    name: z.enum(FAULTY_MESSAGES),
    how: z.enum(["drop", "duplicate", "delay", "after"]),
    copies: z.int().min(1).max(1000).default(1).describe("For duplicate: how many more."),
    delayMs: ms.default(1000).describe("For delay. For real time only."),
    after: z.enum(FAULTY_MESSAGES).optional().describe("For after: held until the next message of this name."),
    times,
  }).describe("The next messages of a name never come, come again, come late, or come in another order."),
  strict({
    fault: z.literal("stop-data"),
    symbols: z.array(symbol).optional().describe("All where it is left out."),
  }).describe("Ticks and bars stop without a word; the connection lives."),
  strict({ fault: z.literal("resume-data") }).describe("Ends stop-data."),
  strict({
    fault: z.literal("distort-data"),
    symbols: z.array(symbol).min(1),
    how: z.enum(["crossed", "zero", "nan", "wide", "moved", "frozen", "halted"]),
    percent: z.int().min(-99).max(1000).default(10).describe("For wide and moved."),
  }).describe(
    "Quotes, and for moved trades and bars too, are told otherwise than they are; orders fill at what is true.",
  ),
  strict({ fault: z.literal("restore-data") }).describe("Ends distort-data."),
] as const;

const orderFaults = [
  strict({
    fault: z.literal("reject-orders"),
    code,
    message: z.string().default(""),
    outcome: z
      .enum(["error", "inactive", "warning"])
      .default("error")
      .describe("error: the code alone; inactive: the order is told as Inactive too; warning: the order works."),
    symbol: symbol.optional(),
    times,
  }).describe("The next orders are answered with a code."),
  strict({ fault: z.literal("swallow-orders"), times }).describe("The next orders never arrive, and nobody says so."),
  strict({ fault: z.literal("cancel-order"), symbol: symbol.optional() }).describe(
    "The newest working order is canceled, as by a person in TWS.",
  ),
  strict({ fault: z.literal("fill-order"), symbol: symbol.optional(), quantity: z.int().min(1) }).describe(
    "The newest open order gets an execution of so many shares at the last price.",
  ),
  strict({ fault: z.literal("overfill"), symbol: symbol.optional(), quantity: z.int().min(1) }).describe(
    "The newest filled order gets an execution more.",
  ),
  strict({ fault: z.literal("late-fill"), symbol: symbol.optional(), quantity: z.int().min(1) }).describe(
    "The newest canceled order gets an execution: it crossed the cancel on its way.",
  ),
  strict({ fault: z.literal("race-cancels"), times }).describe(
    "The next cancels come too late: the order fills first, and the cancel is answered with 10148.",
  ),
  strict({ fault: z.literal("correct-execution"), cents: z.int() }).describe(
    "The newest execution is corrected by so many cents a share: same id, next suffix.",
  ),
  strict({
    fault: z.literal("hide-execution"),
    nth: z.int().min(1).default(1),
    from: z.int().min(0).optional(),
  }).describe(
    "The nth execution from now, and its commission, is told to nobody, ever, or with `from` not to the client of that id; 1 is the next one.",
  ),
  strict({ fault: z.literal("bust-execution") }).describe("The newest execution is taken back: corrected to 0 shares."),
  strict({ fault: z.literal("book-cash"), dollars: z.int() }).describe(
    "Cash comes into the account, or leaves it: a deposit, a dividend, a fee.",
  ),
  strict({ fault: z.literal("book-shares"), symbol, quantity: z.int() }).describe(
    "Shares come into the account, or leave it, without an order.",
  ),
  strict({ fault: z.literal("misstate-pnl"), dollars: z.int() }).describe(
    "The account's P&L of the day is told so many dollars off; 0 ends it. Cash, equity and positions are told as they are.",
  ),
  strict({
    fault: z.literal("manual-order"),
    symbol,
    side: z.enum(["BUY", "SELL"]),
    quantity: z.int().min(1),
    lmtPx: z
      .string()
      .regex(/^\d+(\.\d{1,6})?$/)
      .optional()
      .describe("A market order where it is left out."),
  }).describe("A person places an order in TWS."),
] as const;

/** One thing that goes wrong, as scripts name it and the simulator's control port takes it. */
export const faultSchema = z.discriminatedUnion(
  "fault",
  [
    ...connectionFaults,
    ...noticeFaults,
    ...messageFaults,
    ...orderFaults,
    strict({ fault: z.literal("clear") }).describe("Ends everything that is still going wrong."),
  ],
  { error: ({ input }) => unknownFault((input as { readonly fault?: unknown } | undefined)?.fault) },
);

function unknownFault(word: unknown): string {
  const names = faultSchema.options.map(({ shape }) => shape.fault.value);
  if (typeof word !== "string") return `\`fault\` names what goes wrong: ${names.join(", ")}`;
  return `\`${word}\` is not known; ${adviceFor(word, names)}`;
}

export type Fault = z.output<typeof faultSchema>;
export type FaultName = Fault["fault"];
export type FaultOf<Name extends FaultName> = Extract<Fault, { fault: Name }>;
