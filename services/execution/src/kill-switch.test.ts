import type { Event, KillLevel, TradingState } from "@bowline/contracts";
import { anEntry } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { type KillSwitch, makeKillSwitch } from "./kill-switch.ts";
import type { LoggedKill } from "./log/log-records.ts";

const entry = (seq: number, event: Event) => anEntry(event, { seq });
const generation = (name = "g1") => entry(1, { kind: "control.generation", generation: name });
const killed = (seq: number, scope = "global", level?: KillLevel) =>
  entry(seq, { kind: "control.kill", scope, reason: "r", by: "b", ...(level === undefined ? {} : { level }) });
const resumed = (seq: number, scope = "global") => entry(seq, { kind: "control.resume", scope, reason: "r", by: "b" });
const of = (symbol: string) => ({ accountId: "DU1", group: "tech", strategy: "demo", symbol });
const isKilled = (kill: KillSwitch, symbol: string) => kill.stateOf(of(symbol)) === "HALTED";
const press = (scope = "global", level: KillLevel = "STOP") => ({ scope, level, reason: "local", by: "me" });
const logged = (changes: Partial<LoggedKill> = {}): ReadonlyMap<string, LoggedKill> =>
  new Map([
    [
      "global",
      { type: "KILL", ...press(), way: "LOOPBACK", generation: "g1", seq: 7, ...changes } satisfies LoggedKill,
    ],
  ]);

describe("the kill switch of execution", () => {
  it("obeys the journal: a scope is killed until it is resumed, the stricter level counts", () => {
    const kill = makeKillSwitch();
    for (const one of [generation(), killed(2, "AAPL", "CANCEL"), killed(3)]) kill.observe(one);
    expect([isKilled(kill, "AAPL"), isKilled(kill, "MSFT")]).toEqual([true, true]);
    expect([kill.levelOf(of("AAPL")), kill.levelOf(of("MSFT"))]).toEqual(["CANCEL", "STOP"]);
    kill.observe(resumed(4));
    expect([isKilled(kill, "AAPL"), isKilled(kill, "MSFT")]).toEqual([true, false]);
    expect(kill.unjournaled()).toEqual([]);
    expect([kill.takeCancelsDue(), kill.takeCancelsDue()]).toEqual([true, false]);
  });

  it("holds a local kill over a resume that the journal had before it, and until the journal has the kill", () => {
    const kill = makeKillSwitch();
    kill.observe(generation());
    kill.press(press("global", "CANCEL"), "LOOPBACK");
    kill.observe(resumed(2));
    expect(isKilled(kill, "AAPL")).toBe(true);
    expect(kill.unjournaled()).toEqual([press("global", "CANCEL")]);
    expect(kill.unlogged(new Map())).toMatchObject([{ type: "KILL", level: "CANCEL", way: "LOOPBACK", seq: 1 }]);
    kill.observe(killed(3, "global", "CANCEL"));
    expect(kill.unjournaled()).toEqual([]);
    kill.observe(resumed(4));
    expect(isKilled(kill, "AAPL")).toBe(false);
    expect(kill.unlogged(logged())).toEqual([{ type: "RESUMED", scope: "global" }]);
  });

  it("goes on from the log over a restart: what the journal said before the kill does not end it", () => {
    const kill = makeKillSwitch(logged());
    for (const one of [generation(), killed(5), resumed(6), resumed(8)]) kill.observe(one);
    expect([isKilled(kill, "AAPL"), kill.unjournaled().length]).toEqual([true, 1]);
    for (const one of [killed(9), resumed(10)]) kill.observe(one);
    expect(isKilled(kill, "AAPL")).toBe(false);
  });

  it("holds in another journal, whatever that says, until it is journaled there", () => {
    const kill = makeKillSwitch(logged());
    for (const one of [generation("g2"), killed(9), resumed(10)]) kill.observe(one);
    expect(isKilled(kill, "AAPL")).toBe(true);
    kill.journaled("global", 11);
    kill.observe(resumed(12));
    expect(isKilled(kill, "AAPL")).toBe(false);
  });

  it("holds what was pressed before any journal was read", () => {
    const kill = makeKillSwitch();
    kill.press(press(), "FILE");
    for (const one of [generation(), killed(2), resumed(3)]) kill.observe(one);
    expect(isKilled(kill, "AAPL")).toBe(true);
    const [record] = kill.unlogged(new Map());
    const again = makeKillSwitch(new Map([["global", record as LoggedKill]]));
    for (const one of [generation(), killed(2), resumed(3)]) again.observe(one);
    expect(isKilled(again, "AAPL")).toBe(true);
  });

  it("counts as soon as it is read, and is not ended by a resume that stands before it", () => {
    const kill = makeKillSwitch();
    kill.observe(generation());
    const seen = killed(5, "global", "CANCEL");
    if (seen.event.kind === "control.kill") kill.foresee(seen.event, seen.seq);
    expect([isKilled(kill, "AAPL"), kill.takeCancelsDue()]).toEqual([true, true]);
    for (const one of [killed(2), resumed(3), seen]) kill.observe(one);
    expect([isKilled(kill, "AAPL"), kill.takeCancelsDue(), kill.levelOf(of("AAPL"))]).toEqual([true, false, "CANCEL"]);
    kill.observe(resumed(6));
    expect(isKilled(kill, "AAPL")).toBe(false);
  });

  it("keeps the stricter of a local kill and a milder one in the journal", () => {
    const kill = makeKillSwitch();
    kill.observe(generation());
    kill.press(press("global", "CANCEL"), "FILE");
    kill.observe(killed(2));
    expect([kill.levelOf(of("AAPL")), kill.unjournaled().length]).toEqual(["CANCEL", 1]);
    kill.observe(killed(3, "global", "CANCEL_ACCOUNT"));
    expect([kill.levelOf(of("AAPL")), kill.unjournaled().length]).toEqual(["CANCEL_ACCOUNT", 0]);
  });

  it("owes the account its cancel for every kill that asks for it, until it was obeyed", () => {
    const kill = makeKillSwitch();
    for (const one of [generation(), killed(2, "global", "CANCEL")]) kill.observe(one);
    expect(kill.accountDue()).toBeUndefined();
    kill.observe(killed(3, "global", "CANCEL_ACCOUNT"));
    expect(kill.accountDue()?.level).toBe("CANCEL_ACCOUNT");
    expect(kill.accountCanceled()).toEqual({ type: "ACCOUNT_CANCELED", generation: "g1", seq: 3 });
    expect(kill.accountDue()).toBeUndefined();
    kill.observe(killed(4, "global", "CANCEL_ACCOUNT"));
    expect(kill.accountDue()).toBeDefined();
    kill.observe(resumed(5));
    expect(kill.accountDue()).toBeUndefined();
  });

  it("knows over a restart which kills of the account were obeyed, and which not", () => {
    const account = logged({ level: "CANCEL_ACCOUNT", seq: 7 });
    expect(makeKillSwitch(account).accountDue()).toBeDefined();
    const kill = makeKillSwitch(account, { generation: "g1", seq: 8 });
    for (const one of [generation(), killed(8, "global", "CANCEL_ACCOUNT")]) kill.observe(one);
    expect(kill.accountDue()).toBeUndefined();
    for (const one of [resumed(9), killed(10, "global", "CANCEL_ACCOUNT")]) kill.observe(one);
    expect(kill.accountDue()).toBeDefined();
    const elsewhere = makeKillSwitch(new Map(), { generation: "g0", seq: 8 });
    for (const one of [generation(), killed(2, "global", "CANCEL_ACCOUNT")]) elsewhere.observe(one);
    expect(elsewhere.accountDue()).toBeDefined();
  });

  it("holds a state for an account, a group or a strategy, the strictest of all that were asked for", () => {
    const kill = makeKillSwitch();
    const to = (seq: number, scope: string, state: TradingState) =>
      entry(seq, { kind: "control.kill", scope, reason: "r", by: "b", state });
    for (const one of [generation(), to(2, "group:tech", "REDUCING"), to(3, "strategy:fade", "LOCKED")])
      kill.observe(one);
    expect(kill.stateOf(of("AAPL"))).toBe("REDUCING");
    expect(kill.stateOf({ ...of("AAPL"), strategy: "fade" })).toBe("LOCKED");
    expect(kill.stateOf({ ...of("AAPL"), group: "banks" })).toBe("ACTIVE");
    kill.observe(to(4, "group:tech", "HALTED"));
    kill.observe(to(5, "group:tech", "REDUCING"));
    expect(kill.stateOf(of("AAPL"))).toBe("HALTED");
    expect(
      kill
        .kills()
        .map(({ scope, state }) => [scope, state])
        .toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
    ).toEqual([
      ["group:tech", undefined],
      ["strategy:fade", "LOCKED"],
    ]);
  });

  it("goes up as far as a resume says, from LOCKED to HALTED first, and the log learns it", () => {
    const kill = makeKillSwitch(logged({ state: "LOCKED", level: "CANCEL" }));
    const up = (seq: number, state?: TradingState) =>
      entry(seq, { kind: "control.resume", scope: "global", reason: "r", by: "b", ...(state && { state }) });
    const locked: Event = { kind: "control.kill", ...press("global", "CANCEL"), state: "LOCKED" };
    for (const one of [generation(), entry(9, locked), up(10)]) kill.observe(one);
    expect([kill.stateOf(of("AAPL")), kill.levelOf(of("AAPL"))]).toEqual(["HALTED", "STOP"]);
    expect(kill.unlogged(logged({ state: "LOCKED" }))).toMatchObject([{ type: "KILL", level: "STOP" }]);
    kill.observe(up(11, "REDUCING"));
    expect(kill.stateOf(of("AAPL"))).toBe("REDUCING");
    kill.observe(up(12));
    expect(kill.stateOf(of("AAPL"))).toBe("ACTIVE");
  });

  it("holds both where a local kill and one of the journal each ask for more than the other, and journals that", () => {
    const kill = makeKillSwitch();
    kill.observe(generation());
    kill.press(press("global", "CANCEL"), "FILE");
    kill.observe(entry(2, { kind: "control.kill", scope: "global", state: "LOCKED", reason: "r", by: "b" }));
    expect([kill.stateOf(of("AAPL")), kill.levelOf(of("AAPL"))]).toEqual(["LOCKED", "CANCEL"]);
    expect(kill.unjournaled()).toMatchObject([{ level: "CANCEL", state: "LOCKED" }]);
  });
});
