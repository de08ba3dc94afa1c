import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { EventName, type Contract, type Order, type OrderState } from "@stoqey/ib";
import { describe, expect, it } from "vitest";
import { dollars, play, stepOf } from "../../test-simulator.ts";
import { type AccountClient, aFolder, aSimulatorOfTwo, anAccountClient, CASH, MARGIN } from "./test-accounts.ts";

const GS_PX = dollars(stepOf(0, "GS").closePx);

function states({ api }: AccountClient): readonly OrderState[] {
  const seen: OrderState[] = [];
  api.on(
    EventName.openOrder,
    (_id: number, _contract: Contract, _order: Order, state: OrderState) => void seen.push(state),
  );
  return seen;
}

describe("margin over the wire", () => {
  it("is told by a what-if: a quarter of a long position in a Regulation T account, all of it in a cash account", async () => {
    const client = await anAccountClient((await aSimulatorOfTwo()).server.port);
    const seen = states(client);
    await client.trade(1, "GS", { account: MARGIN, whatIf: true });
    await client.trade(2, "GS", { account: CASH, whatIf: true });
    const [margin, cash] = seen;
    expect(margin).toMatchObject({ initMarginBefore: 0, equityWithLoanBefore: 100_000, commissionCurrency: "USD" });
    expect(margin?.initMarginAfter).toBeCloseTo(GS_PX * 25, 4);
    expect(margin?.initMarginChange).toBe(margin?.initMarginAfter);
    expect(margin?.maintMarginAfter).toBeCloseTo(GS_PX * 25, 4);
    expect(margin?.equityWithLoanAfter).toBeLessThan(100_000);
    expect(cash?.initMarginAfter).toBeCloseTo(GS_PX * 100, 4);
    client.api.reqPositions();
    expect(await client.heard()).toEqual(["positionEnd"]);
  });

  it("refuses with 201 what an account does not carry, and what a cash account may not do", async () => {
    const client = await anAccountClient((await aSimulatorOfTwo()).server.port);
    const shares = (worth: number): number => Math.floor(worth / GS_PX);
    const tooMuch = await client.trade(1, "GS", { account: MARGIN, totalQuantity: shares(450_000) });
    expect(tooMuch).toContainEqual(expect.stringMatching(/^error 1 201 Order rejected - reason:/));
    expect(tooMuch.some((text) => text.startsWith("exec"))).toBe(false);
    expect(await client.trade(2, "GS", { account: MARGIN, totalQuantity: shares(350_000) })).toContainEqual(
      expect.stringMatching(`^exec -1 ${MARGIN} GS BOT`),
    );
    for (const wish of [{ totalQuantity: shares(60_000) }, { action: "SELL" }])
      expect(await client.trade(wish.action === undefined ? 3 : 4, "GS", { account: CASH, ...wish })).toContainEqual(
        expect.stringMatching(/^error [34] 201 /),
      );
  });
});

describe("working orders over the wire", () => {
  it("reserve margin until they are canceled, and nothing where the switch is off", async () => {
    const shares = Math.floor(250_000 / GS_PX);
    const resting = { account: MARGIN, totalQuantity: shares, orderType: "LMT", lmtPrice: Math.floor(GS_PX) - 1 };
    const client = await anAccountClient((await aSimulatorOfTwo()).server.port);
    expect(await client.trade(1, "GS", resting)).toContainEqual(`open 1 ${MARGIN} Submitted`);
    const refused = await client.trade(2, "GS", resting);
    expect(refused).toEqual([expect.stringMatching(/^error 2 201 Order rejected - reason:We are unable to accept/)]);
    client.api.cancelOrder(1, "");
    expect(await client.heard()).toContainEqual(expect.stringMatching(/^error 1 202 /));
    expect(await client.trade(3, "GS", resting)).toContainEqual(`open 3 ${MARGIN} Submitted`);

    const switchesFile = join(aFolder(), "switches.yaml");
    writeFileSync(switchesFile, "openOrdersReserve: false\n");
    const other = await anAccountClient((await aSimulatorOfTwo({ switchesFile })).server.port);
    for (const id of [1, 2])
      expect(await other.trade(id, "GS", resting)).toContainEqual(`open ${id} ${MARGIN} Submitted`);
  });
});

describe("short sales over the wire", () => {
  it("wait for a locate where shares are hard to borrow, and are refused where there are none", async () => {
    const simulator = await aSimulatorOfTwo();
    const client = await anAccountClient(simulator.server.port);
    const short = { account: MARGIN, action: "SELL", totalQuantity: 10 };
    expect(await client.trade(1, "GS", short)).toContainEqual(`exec -1 ${MARGIN} GS SLD 10`);
    const held = await client.trade(2, "BAC", short);
    expect(held).toContainEqual(expect.stringMatching(/^error 2 404 /));
    expect(held.some((text) => text.startsWith("exec"))).toBe(false);
    await play(simulator, 13);
    expect(await client.heard()).toContainEqual(`exec -1 ${MARGIN} BAC SLD 10`);
    expect(await client.trade(3, "MSFT", short)).toContainEqual(expect.stringMatching(/^error 3 201 /));
  });
});
