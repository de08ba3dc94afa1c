import type { CommandModule } from "../command.ts";

type Listed = { readonly name: string; readonly summary: string; load(): Promise<CommandModule> };

/** Every command, in the order of the help. A command's file is read only when it runs. */
export const COMMANDS: readonly Listed[] = [
  {
    name: "demo",
    summary: "run whole trading sessions: simulated TWS, all services, a summary and a report",
    load: () => import("./demo.ts"),
  },
  {
    name: "backtest",
    summary: "the same machines, rounds and matching on a journal in memory",
    load: () => import("./backtest.ts"),
  },
  {
    name: "up",
    summary: "run all services in real time, on a paper account (--tws) or the simulator",
    load: () => import("./up.ts"),
  },
  { name: "down", summary: "end what `up` or `demo` started in this folder", load: () => import("./down.ts") },
  {
    name: "status",
    summary: "what runs, whether it is ready, and whether it trades",
    load: () => import("./status.ts"),
  },
  { name: "sim", summary: "a TWS by itself on a port, for any client", load: () => import("./sim.ts") },
  {
    name: "init",
    summary: "make a folder with strategy, groups, limits and predictions to start from",
    load: () => import("./init.ts"),
  },
  {
    name: "rules",
    summary: "make a strategy file from a template, check it, test it with scenarios, and put it into force",
    load: () => import("./rules.ts"),
  },
  {
    name: "indicators",
    summary: "list indicators, or check what those of a strategy file need",
    load: () => import("./indicators.ts"),
  },
  {
    name: "risk",
    summary: "limits as used and allowed, what is reserved, and what the gate would say of an order",
    load: () => import("./risk.ts"),
  },
  { name: "limits", summary: "write, check or change risk limits", load: () => import("./limits.ts") },
  {
    name: "keys",
    summary: "make a key that an operator signs with",
    load: () => import("./keys.ts"),
  },
  { name: "groups", summary: "owner, epoch and lag of every ticker group", load: () => import("./groups.ts") },
  {
    name: "calendar",
    summary: "sessions of a date or a year, with holidays, early closes and why",
    load: () => import("./calendar.ts"),
  },
  {
    name: "data",
    summary: "record market data, and list, check and export what was recorded",
    load: () => import("./data.ts"),
  },
  {
    name: "chart",
    summary: "candles, volume, indicators and fills of a symbol's session, in the terminal or as a page",
    load: () => import("./chart.ts"),
  },
  { name: "tap", summary: "decoded messages of a subject, live or from a sequence", load: () => import("./tap.ts") },
  { name: "decode", summary: "one payload from standard input as JSON", load: () => import("./decode.ts") },
  {
    name: "explain",
    summary: "why an order came about, from the prediction to the position",
    load: () => import("./explain.ts"),
  },
  { name: "positions", summary: "open positions", load: () => import("./positions.ts") },
  { name: "orders", summary: "every order with its status", load: () => import("./orders.ts") },
  {
    name: "order",
    summary: "make an order by hand, through the risk gate like every other; paper accounts only",
    load: () => import("./order.ts"),
  },
  {
    name: "replace",
    summary: "change a working order by its clOrdId: price, quantity, trail",
    load: () => import("./replace.ts"),
  },
  { name: "cancel", summary: "cancel an order by its clOrdId", load: () => import("./cancel.ts") },
  { name: "trades", summary: "finished round trips", load: () => import("./trades.ts") },
  { name: "pnl", summary: "profit and loss by symbol", load: () => import("./pnl.ts") },
  {
    name: "models",
    summary: "what the confidence of each model was worth: Brier score, and how often it came true",
    load: () => import("./models.ts"),
  },
  { name: "alerts", summary: "what a person should look at", load: () => import("./alerts.ts") },
  { name: "kill", summary: "stop approvals and sending at once", load: () => import("./kill.ts") },
  { name: "resume", summary: "let trading go on after a kill or a halt", load: () => import("./resume.ts") },
  { name: "hash", summary: "the decision hash of an export", load: () => import("./hash.ts") },
  {
    name: "streams",
    summary: "create or update the streams, once for each deployment",
    load: () => import("./streams.ts"),
  },
  {
    name: "rehearse",
    summary: "let things go wrong on purpose, and see whether what must hold holds",
    load: () => import("./rehearse.ts"),
  },
  {
    name: "chaos",
    summary: "kill, pause, cut, double and delay at random moments of the order life, and check what must hold",
    load: () => import("./chaos.ts"),
  },
  {
    name: "faults",
    summary: "run what shows each row of the fault matrix, and write docs/reliability.md",
    load: () => import("./faults.ts"),
  },
  { name: "doctor", summary: "check versions, ports and disk", load: () => import("./doctor.ts") },
  { name: "bench", summary: "measure the order path, the journal and the backtest", load: () => import("./bench.ts") },
  { name: "test", summary: "run the tests", load: () => import("./test.ts") },
];
