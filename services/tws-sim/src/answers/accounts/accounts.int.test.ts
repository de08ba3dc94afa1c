import { describe, expect, it } from "vitest";
import { play } from "../../test-simulator.ts";
import { aSimulatorOfTwo, anAccountClient, CASH, MARGIN } from "./test-accounts.ts";

const only = (told: readonly string[], ...kinds: readonly string[]): readonly string[] =>
  told.filter((text) => kinds.includes(text.split(" ")[0] ?? ""));
const FAR_BELOW = { orderType: "LMT", lmtPrice: 1, totalQuantity: 5 };

describe("a login with two accounts", () => {
  it("lists both, and ends the list with a comma as TWS does", async () => {
    const client = await anAccountClient((await aSimulatorOfTwo()).server.port);
    client.api.reqManagedAccts();
    expect(await client.heard()).toEqual([`accounts ${MARGIN},${CASH},`]);
  });

  it("sends each order to the account that it names, and tells of each which one that is", async () => {
    const simulator = await aSimulatorOfTwo();
    const client = await anAccountClient(simulator.server.port);
    expect(only(await client.trade(1, "GS", { account: MARGIN, totalQuantity: 10 }), "exec")).toEqual([
      `exec -1 ${MARGIN} GS BOT 10`,
    ]);
    expect(only(await client.trade(2, "GS", { account: CASH, totalQuantity: 20 }), "exec")).toEqual([
      `exec -1 ${CASH} GS BOT 20`,
    ]);
    expect(await client.trade(3, "BAC", { account: CASH, ...FAR_BELOW })).toEqual([`open 3 ${CASH} Submitted`]);
    client.api.reqOpenOrders();
    expect(await client.heard()).toEqual([`open 3 ${CASH} Submitted`]);
    client.api.reqExecutions(7, { acctCode: CASH });
    expect(await client.heard()).toEqual([`exec 7 ${CASH} GS BOT 20`, "execEnd 7"]);
    client.api.reqCompletedOrders(false);
    expect(await client.heard()).toEqual([`completed ${MARGIN} GS Filled`, `completed ${CASH} GS Filled`]);
    expect(simulator.exchange.broker.accountOf(CASH)?.account().cash).toBeLessThan(50_000_000_000);
  });

  it("refuses an order that names none of them, or sends it to the first where a switch says so", async () => {
    const strict = await anAccountClient((await aSimulatorOfTwo()).server.port);
    expect(await strict.trade(1, "GS", {})).toEqual(["error 1 435 You must specify an account."]);
    expect(await strict.trade(2, "GS", { account: "DU9" })).toEqual(["error 2 435 You must specify an account."]);
    const lenient = await aSimulatorOfTwo({ switches: { orderWithoutAccount: "first" } });
    const client = await anAccountClient(lenient.server.port);
    expect(only(await client.trade(1, "GS", {}), "exec")).toEqual([`exec -1 ${MARGIN} GS BOT 100`]);
  });

  it("tells positions by account, then each change", async () => {
    const client = await anAccountClient((await aSimulatorOfTwo()).server.port);
    await client.trade(1, "GS", { account: MARGIN, totalQuantity: 10 });
    client.api.reqPositions();
    client.api.reqPositionsMulti(4, CASH, "");
    client.api.reqPositionsMulti(5, "", "");
    client.api.reqPositionsMulti(6, "", "Growth");
    client.api.reqPositionsMulti(8, "DU9", "");
    expect(await client.heard()).toEqual([
      `position ${MARGIN} GS 10`,
      "positionEnd",
      "positionMultiEnd 4",
      `positionMulti 5 ${MARGIN} GS 10`,
      "positionMultiEnd 5",
      "positionMultiEnd 6",
      "error 8 321 Error validating request.-'bN' : cause - Invalid account code 'DU9'.",
    ]);
    const told = await client.trade(2, "GS", { account: CASH, totalQuantity: 7 });
    expect(only(told, "position", "positionMulti")).toEqual([
      `position ${CASH} GS 7`,
      `positionMulti 4 ${CASH} GS 7`,
      `positionMulti 5 ${CASH} GS 7`,
    ]);
    client.api.cancelPositions();
    client.api.cancelPositionsMulti(4);
    client.api.cancelPositionsMulti(77);
    expect(
      only(
        await client.trade(3, "GS", { account: CASH, action: "SELL", totalQuantity: 7 }),
        "position",
        "positionMulti",
        "error",
      ),
    ).toEqual([`positionMulti 5 ${CASH} GS 0`]);
  });
});

describe("account updates", () => {
  it("tell everything of one account, then what a fill changed", async () => {
    const client = await anAccountClient((await aSimulatorOfTwo()).server.port);
    client.api.reqAccountUpdates(true, CASH);
    const first = await client.heard();
    expect(first).toContain(`value AccountCode ${CASH}  ${CASH}`);
    expect(first).toContain(`value TotalCashBalance 50000.00 BASE ${CASH}`);
    expect(first).toContain(`value BuyingPower 50000.00 USD ${CASH}`);
    expect(first.slice(-2)).toEqual(["accountTime 09:30", `accountEnd ${CASH}`]);
    const keys = only(first, "value").map((text) => text.split(" ")[1] ?? "");
    expect(keys).toEqual(keys.toSorted());
    expect(await client.trade(1, "GS", { account: MARGIN })).not.toContainEqual(expect.stringMatching(/^value/));
    const told = await client.trade(2, "GS", { account: CASH, totalQuantity: 10 });
    expect(only(told, "portfolio")).toEqual([`portfolio GS 10 0 ${CASH}`]);
    expect(told).toContainEqual(
      expect.stringMatching(new RegExp(`^value StockMarketValue \\d+\\.\\d\\d USD ${CASH}$`)),
    );
    expect(told).not.toContainEqual(expect.stringMatching(/^value (AccountCode|AccruedCash|Currency) /));
    expect(told.at(-1)).toBe(`accountEnd ${CASH}`);
  });

  it("come every three minutes where nothing is traded, and of one account at a time", async () => {
    const simulator = await aSimulatorOfTwo();
    const client = await anAccountClient(simulator.server.port);
    await client.trade(1, "GS", { account: MARGIN });
    client.api.reqAccountUpdates(true, CASH);
    client.api.reqAccountUpdates(true, MARGIN);
    await client.heard();
    await play(simulator, 34);
    expect(await client.heard()).toEqual([]);
    await play(simulator, 1);
    const told = await client.heard();
    expect(told.slice(-2)).toEqual(["accountTime 09:33", `accountEnd ${MARGIN}`]);
    expect(only(told, "portfolio")).toHaveLength(1);
    client.api.reqAccountUpdates(false, MARGIN);
    await client.heard();
    await play(simulator, 36);
    expect(await client.heard()).toEqual([]);
  });

  it("of an account that the login has not are refused", async () => {
    const client = await anAccountClient((await aSimulatorOfTwo()).server.port);
    client.api.reqAccountUpdates(true, "DU9");
    client.api.reqAccountUpdatesMulti(4, "DU9", "", true);
    const words = "321 Error validating request.-'bN' : cause - Invalid account code 'DU9'.";
    expect(await client.heard()).toEqual([`info ${words}`, `error 4 ${words}`]);
  });

  it("for several accounts tell balances alone where that is asked for, and go on until they are canceled", async () => {
    const client = await anAccountClient((await aSimulatorOfTwo()).server.port);
    client.api.reqAccountUpdatesMulti(4, "", "", true);
    const told = await client.heard();
    expect(told.at(-1)).toBe("multiEnd 4");
    expect(told).toContain(`multi 4 ${MARGIN} NetLiquidation 100000.00 USD`);
    expect(told).toContain(`multi 4 ${CASH} CashBalance 50000.00 BASE`);
    expect(told).not.toContainEqual(expect.stringContaining("BuyingPower"));
    client.api.reqAccountUpdatesMulti(5, CASH, "", false);
    expect(await client.heard()).toContain(`multi 5 ${CASH} BuyingPower 50000.00 USD`);
    client.api.cancelAccountUpdatesMulti(4);
    const changed = only(await client.trade(1, "GS", { account: CASH }), "multi");
    expect(changed.length).toBeGreaterThan(5);
    expect(changed.every((text) => text.startsWith(`multi 5 ${CASH} `))).toBe(true);
  });

  it("say all digits where a switch asks for them", async () => {
    const simulator = await aSimulatorOfTwo({ switches: { accountPlaces: "exact" } });
    const client = await anAccountClient(simulator.server.port);
    client.api.reqAccountUpdates(true, CASH);
    expect(await client.heard()).toContain(`value TotalCashBalance 50000 BASE ${CASH}`);
  });
});

const TAGS = [
  "AccountType",
  "AccruedCash",
  "AvailableFunds",
  "BuyingPower",
  "Cushion",
  "DayTradesRemaining",
  "EquityWithLoanValue",
  "ExcessLiquidity",
  "FullAvailableFunds",
  "FullExcessLiquidity",
  "FullInitMarginReq",
  "FullMaintMarginReq",
  "GrossPositionValue",
  "HighestSeverity",
  "InitMarginReq",
  "Leverage",
  "LookAheadAvailableFunds",
  "LookAheadExcessLiquidity",
  "LookAheadInitMarginReq",
  "LookAheadMaintMarginReq",
  "LookAheadNextChange",
  "MaintMarginReq",
  "NetLiquidation",
  "PreviousDayEquityWithLoanValue",
  "RegTEquity",
  "RegTMargin",
  "SMA",
  "SettledCash",
  "TotalCashValue",
];

describe("account summaries", () => {
  it("tell every tag of every account, tags by the alphabet", async () => {
    const client = await anAccountClient((await aSimulatorOfTwo()).server.port);
    client.api.reqAccountSummary(9, "All", TAGS.toReversed().join());
    const told = await client.heard();
    const rows = only(told, "summary").map((text) => text.split(" ").slice(2, 4).join(" "));
    expect(rows).toEqual([MARGIN, CASH].flatMap((accountId) => TAGS.map((tag) => `${accountId} ${tag}`)));
    expect(told.at(-1)).toBe("summaryEnd 9");
    expect(told).toContain(`summary 9 ${CASH} TotalCashValue 50000.00 USD`);
  });

  it("tell the ledger by currency, of an account that is named", async () => {
    const client = await anAccountClient((await aSimulatorOfTwo()).server.port);
    client.api.reqAccountSummary(9, CASH, "$LEDGER:ALL");
    const told = await client.heard();
    expect(told).toContain(`summary 9 ${CASH} CashBalance 50000.00 BASE`);
    expect(told).toContain(`summary 9 ${CASH} ExchangeRate 1.00 USD`);
    expect(told).not.toContainEqual(expect.stringContaining(MARGIN));
    client.api.reqAccountSummary(10, CASH, "$LEDGER");
    expect(only(await client.heard(), "summary").every((text) => text.endsWith(" BASE"))).toBe(true);
  });

  it("come again every three minutes with what has changed, a fill or not", async () => {
    const simulator = await aSimulatorOfTwo();
    const client = await anAccountClient(simulator.server.port);
    client.api.reqAccountSummary(9, "All", "TotalCashValue,AccountType");
    await client.heard();
    expect(only(await client.trade(1, "GS", { account: CASH, totalQuantity: 10 }), "summary")).toEqual([]);
    await play(simulator, 35);
    const told = await client.heard();
    expect(told).toEqual([expect.stringMatching(`^summary 9 ${CASH} TotalCashValue `), "summaryEnd 9"]);
    await play(simulator, 36);
    expect(await client.heard()).toEqual([]);
  });

  it("are two of a client at once, and of no group", async () => {
    const client = await anAccountClient((await aSimulatorOfTwo()).server.port);
    client.api.reqAccountSummary(1, "Advised", "SMA");
    client.api.reqAccountSummary(2, "All", "SMA");
    client.api.reqAccountSummary(3, "All", "SMA");
    client.api.reqAccountSummary(4, "All", "SMA");
    client.api.cancelAccountSummary(2);
    client.api.reqAccountSummary(5, "All", "Nonsense");
    expect(only(await client.heard(), "error", "summaryEnd")).toEqual([
      `error 1 322 Error processing request.-'bN' : cause - This login has no account group "Advised".`,
      "summaryEnd 2",
      "summaryEnd 3",
      "error 4 322 Error processing request.-'bN' : cause - Maximum number of account summary requests exceeded",
      "summaryEnd 5",
    ]);
  });
});
