import type { Event } from "@bowline/contracts";
import { micros, money, shares } from "@bowline/kernel";
import { aFill, aJournal, at, dollars } from "@bowline/testkit";
import { expect, it } from "vitest";
import { formatOrderListCsv, orderList } from "./order-list.ts";

const submitted = (clOrdId: string, prices: object = {}): Event => ({
  kind: "order.submitted",
  clOrdId,
  group: "tech",
  symbol: "AAPL",
  accountId: "DU1",
  strategy: "s",
  rule: "r",
  leg: "ENTRY",
  side: "BUY",
  orderQty: shares(100),
  ordType: "MKT",
  timeInForce: "DAY",
  ...prices,
});
const rows = orderList(
  aJournal([
    submitted("B"),
    submitted("A", { ordType: "LMT", lmtPx: dollars("10.01") }),
    aFill({ clOrdId: "A", execId: "1", lastQty: shares(40), transactUs: at(1) }),
    aFill({ clOrdId: "OTHER" }),
    aFill({ clOrdId: "A", execId: "2", lastQty: shares(60), lastPx: dollars("99.5"), transactUs: at(2) }),
    {
      kind: "order.commission",
      clOrdId: "A",
      group: "tech",
      symbol: "AAPL",
      execId: "1",
      commission: money(micros("0.35")),
      currency: "USD",
    },
  ]),
);

it("has every order in the order of submission, with its fills and commissions", () => {
  expect(rows).toEqual([
    { clOrdId: "B", symbol: "AAPL", side: "BUY", quantity: "100", type: "MKT", lmtPx: "", stopPx: "", fills: [] },
    {
      clOrdId: "A",
      symbol: "AAPL",
      side: "BUY",
      quantity: "100",
      type: "LMT",
      lmtPx: "10.01",
      stopPx: "",
      fills: [
        { execId: "1", quantity: "40", price: "100", timeUs: at(1), commission: "0.35" },
        { execId: "2", quantity: "60", price: "99.5", timeUs: at(2), commission: "" },
      ],
    },
  ]);
});
it("is a line of CSV for each fill", () => {
  expect(formatOrderListCsv(rows).split("\n").slice(1)).toEqual([
    "B,AAPL,BUY,100,MKT,,,,,,,",
    `A,AAPL,BUY,100,LMT,10.01,,1,40,100,${at(1)},0.35`,
    `A,AAPL,BUY,100,LMT,10.01,,2,60,99.5,${at(2)},`,
    "",
  ]);
});
