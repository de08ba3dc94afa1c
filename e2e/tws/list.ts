/** What a scenario needs beside a TWS with a paper account. */
export type Need = "open session";

export type ListedScenario = {
  readonly name: string;
  /** What it does and what must hold, as docs/reference/real-tws.md says it. */
  readonly does: string;
  readonly needs?: Need;
  /** When it passed on a real TWS, and on which: "2027-01-31, Gateway 10.37". Absent: never. */
  readonly realTws?: string;
};

/** A day on which all of them passed on the simulator; every run of the tests is one more. */
export const SIMULATOR_RUN = "2026-11-22";

const rests = <const Name extends string>(name: Name, what: string) => ({
  name,
  does: `${what} is seen open, then canceled.`,
});

/** Every scenario, in the order in which they run. Nothing here knows a simulator: a TWS is an address. */
export const SCENARIOS = [
  // The connection.
  { name: "connects", does: "The handshake gives a protocol version, the accounts and the next order id." },
  {
    name: "lists the accounts",
    does: "The accounts of the login are told, all of them for paper, the chosen one among them.",
  },
  { name: "tells the time", does: "TWS's clock runs as ours does; how far it is from ours is noted." },
  {
    name: "refuses a client id that is in use",
    does: "A second connection with the same client id gets 326 while the first goes on; once that has gone, the id is free.",
  },
  // Instruments and data.
  {
    name: "describes the instrument",
    does: "Contract details give a contract id, the smallest tick, hours and market rules.",
  },
  { name: "tells the price increments", does: "The instrument's market rule has increments, the lowest from 0." },
  { name: "refuses an unknown symbol", does: "Contract details of a symbol that does not exist give 200." },
  {
    name: "lists what a vague contract may mean",
    does: "Contract details without an exchange list one contract or more, all of them of that symbol.",
  },
  {
    name: "streams quotes",
    does: "Market data, delayed where there is no subscription, gives prices until it is canceled.",
  },
  { name: "gives a snapshot", does: "A snapshot gives prices and ends by itself." },
  {
    name: "builds five-second bars",
    does: "Bars of five seconds arrive, each within its own bounds.",
    needs: "open session",
  },
  { name: "gives bars of the past", does: "Minute bars of the last days, in order, each within its own bounds." },
  { name: "tells since when there is data", does: "The head timestamp lies in the past." },
  // The account.
  { name: "sums the account up", does: "The account summary gives net liquidation and cash, and ends." },
  { name: "lists the positions", does: "The list of positions is complete, be it empty." },
  { name: "follows the account", does: "Account updates give cash and equity, and say when they are complete." },
  // Orders that rest, one share far from the market.
  rests("rests a limit order", "LMT, far below the market,"),
  rests("rests a stop order", "STP, far above the market,"),
  rests("rests a stop limit order", "STP LMT, far above the market,"),
  rests("rests a trailing stop", "TRAIL by an amount"),
  rests("rests a trailing stop limit", "TRAIL LIMIT by an amount"),
  rests("rests a market-if-touched order", "MIT, far below the market,"),
  rests("rests a limit-if-touched order", "LIT, far below the market,"),
  { ...rests("rests a limit-on-close order", "LOC, far below the market,"), needs: "open session" },
  { ...rests("rests a relative order", "REL, capped far below the market,"), needs: "open session" },
  { ...rests("rests a midprice order", "MIDPRICE, capped far below the market,"), needs: "open session" },
  rests("keeps an order until canceled", "A GTC limit order"),
  rests("keeps an order until a date", "A GTD limit order until tomorrow"),
  {
    name: "cancels what is not filled at once",
    does: "An IOC limit order far below the market ends canceled by itself, unfilled.",
    needs: "open session",
  },
  {
    name: "cancels what is not filled as a whole",
    does: "A FOK limit order far below the market ends canceled by itself, unfilled.",
    needs: "open session",
  },
  {
    name: "changes a price",
    does: "The limit of a resting order is changed; the same order is told with the new price.",
  },
  // Groups.
  {
    name: "holds a bracket's children",
    does: "A bracket far from the market: its children wait with it, and a cancel of the parent takes all three.",
  },
  {
    name: "keeps a pair of an OCA group",
    does: "Two orders of one OCA group rest, and both are told with their group.",
  },
  // Refusals and cancels.
  { name: "asks what an order would cost", does: "A what-if order gives its margin and never rests." },
  { name: "refuses a price off the tick", does: "A limit between two ticks is refused with 110." },
  { name: "refuses an order of nothing", does: "A quantity of 0 is refused, and nothing rests." },
  {
    name: "answers a second cancel",
    does: "A cancel of what is canceled already gets an error (161, 10147 or 10148) and changes nothing.",
  },
  { name: "answers a cancel of nothing", does: "A cancel of an order id that never was gets 10147." },
  {
    name: "survives a cancel on its order's heels",
    does: "A cancel written before the order was acknowledged: the order ends canceled, once.",
  },
  {
    name: "keeps orders of clients apart",
    does: "Another client sees the order among all open ones, and cannot cancel it under its id.",
  },
  // Trades: one share bought, and sold again.
  { name: "buys and sells at the market", does: "MKT buys one share and sells it.", needs: "open session" },
  {
    name: "buys at a marketable limit",
    does: "LMT above the ask buys one share at the limit or better; it is sold again.",
    needs: "open session",
  },
  {
    name: "lets a fill cancel the other of a pair",
    does: "One of an OCA pair is filled, the other ends canceled; the share is sold again.",
    needs: "open session",
  },
  {
    name: "turns a bracket's children live",
    does: "The parent is filled at the market: stop and target rest then. The target is canceled, and the share sold again.",
    needs: "open session",
  },
  {
    name: "races a cancel against a fill",
    does: "MKT and its cancel in one write: the order ends filled or canceled, never both; what was bought is sold again.",
    needs: "open session",
  },
  {
    name: "lists the executions of the day",
    does: "Asked for again, executions carry the ids that they had live, and each its commission.",
    needs: "open session",
  },
  { name: "lists completed orders", does: "A canceled order is among the completed ones, known by its reference." },
  // Connections that end.
  {
    name: "finds its order after a reconnect",
    does: "The socket ends over an open order. A new session finds it by its reference, under its id, and cancels it.",
  },
  {
    name: "says nothing that needs a person",
    does: "In all of the run's session, no code came that is in no table, and nothing else that execution would raise an alert for.",
  },
  {
    name: "lets order ids rise",
    does: "After an order and a reconnect, the next order id is above the used one.",
  },
] as const satisfies readonly ListedScenario[];

export type ScenarioName = (typeof SCENARIOS)[number]["name"];
