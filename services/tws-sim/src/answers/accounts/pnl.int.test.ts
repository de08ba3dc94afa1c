import { describe, expect, it } from "vitest";
import type { Simulator } from "../../simulator.ts";
import { aSimulator, dollars, play, stepOf } from "../../test-simulator.ts";
import { aSimulatorOfTwo, anAccountClient, CASH, MARGIN } from "./test-accounts.ts";

const conIdOf = ({ desk }: Simulator, symbol: string): number => desk.instruments.contractOf(symbol).conId;
const pnlOf = (told: readonly string[]): readonly string[] => told.filter((text) => text.startsWith("pnl"));
/** The numbers of the last line of a kind. */
const numbers = (told: readonly string[], kind: string): readonly number[] =>
  told
    .findLast((text) => text.startsWith(`${kind} `))
    ?.split(" ")
    .slice(2)
    .map(Number) ?? [];

describe("P&L of an account", () => {
  it("comes at once, and again whenever it changes", async () => {
    const simulator = await aSimulatorOfTwo();
    const client = await anAccountClient(simulator.server.port);
    client.api.reqPnL(5, MARGIN, "");
    expect(await client.heard()).toEqual(["pnl 5 0 0 0"]);
    await play(simulator, 3);
    expect(await client.heard()).toEqual([]);
    const { askPx, closePx } = stepOf(3, "GS");
    const [daily, unrealized, realized] = numbers(await client.trade(1, "GS", { account: MARGIN }), "pnl");
    expect([daily, unrealized]).toEqual(Array(2).fill(expect.closeTo(dollars(closePx - askPx) * 100 - 1, 6)));
    expect(realized).toBe(0);
    await play(simulator, 1);
    expect(pnlOf(await client.heard())).toEqual([expect.stringMatching(/^pnl 5 /)]);
    client.api.cancelPnL(5);
    await client.heard();
    await play(simulator, 2);
    expect(await client.heard()).toEqual([]);
  });

  it("is of the only account where none is named, and of none where there are several", async () => {
    const alone = await anAccountClient((await aSimulator()).server.port);
    alone.api.reqPnL(5, "", "");
    expect(await alone.heard()).toEqual(["pnl 5 0 0 0"]);
    alone.api.reqPnL(5, "", "");
    expect(await alone.heard()).toEqual(["error 5 102 Duplicate ticker ID."]);
    const client = await anAccountClient((await aSimulatorOfTwo()).server.port);
    client.api.reqPnL(6, "", "");
    client.api.reqPnL(7, "DU9", "");
    expect(await client.heard()).toEqual([
      "error 6 321 Error validating request.-'bN' : cause - Invalid account code ''.",
      "error 7 321 Error validating request.-'bN' : cause - Invalid account code 'DU9'.",
    ]);
  });

  it("is told otherwise than it is where that is wanted; cash that comes is none", async () => {
    const simulator = await aSimulator();
    const client = await anAccountClient(simulator.server.port);
    client.api.reqPnL(5, "", "");
    await client.heard();
    const daily = async (fault: Parameters<Simulator["inject"]>[0]): Promise<number> => {
      expect(simulator.inject(fault)).toMatchObject({ ok: true });
      await play(simulator, 1);
      return numbers(await client.heard(), "pnl")[0] ?? NaN;
    };
    expect(await daily({ fault: "misstate-pnl", dollars: 700 })).toBe(700);
    expect(await daily({ fault: "book-cash", dollars: -500 })).toBeNaN();
    expect(await daily({ fault: "misstate-pnl", dollars: 0 })).toBe(0);
    expect(await daily({ fault: "misstate-pnl", dollars: -7 })).toBe(-7);
    expect(await daily({ fault: "clear" })).toBe(0);
  });

  it("begins anew with each session", async () => {
    const simulator = await aSimulatorOfTwo({
      market: { seed: 7, groups: { banks: ["BAC", "GS"], tech: ["MSFT"] }, sessions: 2, minutes: 1 },
    });
    const client = await anAccountClient(simulator.server.port);
    await client.trade(1, "GS", { account: CASH, totalQuantity: 10 });
    await client.trade(2, "GS", { account: CASH, action: "SELL", totalQuantity: 4 });
    client.api.reqPnL(5, CASH, "");
    client.api.reqPnLSingle(6, CASH, "", conIdOf(simulator, "GS"));
    const first = await client.heard();
    expect(numbers(first, "pnl")[2]).toBeLessThan(0);
    expect(numbers(first, "pnlSingle")[3]).toBe(numbers(first, "pnl")[2]);
    await play(simulator, 11);
    await simulator.world.endOfSession();
    const closed = await client.heard();
    expect([numbers(closed, "pnl")[0], numbers(closed, "pnl")[2]]).toEqual([0, 0]);
    expect([numbers(closed, "pnlSingle")[1], numbers(closed, "pnlSingle")[3]]).toEqual([0, 0]);
    expect(numbers(closed, "pnl")[1]).not.toBe(0);
  });
});

describe("P&L of an instrument in an account", () => {
  it("has position and value; what was never held has a position of 0 and nothing else", async () => {
    const simulator = await aSimulatorOfTwo();
    const client = await anAccountClient(simulator.server.port);
    await client.trade(1, "GS", { account: MARGIN, totalQuantity: 10 });
    client.api.reqPnLSingle(5, MARGIN, "", conIdOf(simulator, "GS"));
    client.api.reqPnLSingle(6, CASH, "", conIdOf(simulator, "GS"));
    client.api.reqPnLSingle(7, "DU9", "", conIdOf(simulator, "GS"));
    const told = await client.heard();
    const { askPx, closePx } = stepOf(0, "GS");
    const open = dollars(closePx - askPx) * 10 - 1;
    const held = told
      .find((text) => text.startsWith("pnlSingle 5 "))
      ?.split(" ")
      .slice(2)
      .map(Number);
    expect(held).toEqual([
      10,
      expect.closeTo(open, 6),
      expect.closeTo(open, 6),
      0,
      expect.closeTo(dollars(closePx) * 10, 6),
    ]);
    expect(told.find((text) => text.startsWith("pnlSingle 6 "))).toBe("pnlSingle 6 0 - - - -");
    expect(told.at(-1)).toContain("error 7 321");
    await play(simulator, 1);
    expect(pnlOf(await client.heard())).toEqual([expect.stringMatching(/^pnlSingle 5 10 /)]);
    client.api.cancelPnLSingle(5);
    await client.heard();
    await play(simulator, 1);
    expect(await client.heard()).toEqual([]);
  });
});
