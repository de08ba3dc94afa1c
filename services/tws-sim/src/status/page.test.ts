import { createHash } from "node:crypto";
import { faultSchema } from "@bowline/rehearsal/fault";
import { describe, expect, it } from "vitest";
import { readPage } from "./page.ts";
import type { SimStatus } from "./status.ts";
import { allOf, runPage } from "./test-document.ts";

const { html, headers } = readPage();
const EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>";
const order = {
  ...{ account: EVIL, clientId: 3, orderId: 9, permId: 77, orderRef: EVIL, side: "BUY", symbol: EVIL, ordType: "LMT" },
  ...{ orderQty: "5", cumQty: "0", lmtPx: "12.34", stopPx: null, timeInForce: "DAY", status: "Submitted" },
};
const client = { clientId: 3, serverVersion: 178, subscriptions: { ticks: 2 }, received: 100, sent: 1000 };
const STATUS: SimStatus = {
  time: "2024-03-04T14:30:05.250Z",
  wallMs: 5000,
  isFinished: false,
  session: { date: "2024-03-04", number: 1, sessions: 2, stepsDone: 3, steps: 12 },
  clients: [client],
  openOrders: { count: 70, newest: [order] },
  executions: { count: 0, newest: [] },
  accounts: [
    { accountId: "DU1", kind: "REG_T", equity: "-1234567.50", cash: "50.00", dailyPnl: "0.00", positions: [] },
  ],
  faults: [{ fault: "stop-data", detail: EVIL }],
  switches: [{ name: "fills.slippage", value: { type: "TICKS", ticks: 1 }, default: { type: "NONE" } }],
};
const answer = (status: SimStatus) => ({ ok: true, json: async () => status });
const textsOf = (page: Awaited<ReturnType<typeof runPage>>, id: string): readonly string[] =>
  allOf(page.byId(id)).map(({ textContent }) => textContent);

describe("the status page", () => {
  it("loads nothing from elsewhere, and lets its own script and style run alone", () => {
    expect(html).not.toMatch(/(src|href)="(?!data:,")/);
    expect(html).not.toContain("@import");
    const [, style = "", script = ""] = /<style>([^]*)<\/style>[^]*<script>([^]*)<\/script>/.exec(html) ?? [];
    for (const text of [style, script]) {
      expect(text.length).toBeGreaterThan(1000);
      expect(headers["content-security-policy"]).toContain(createHash("sha256").update(text).digest("base64"));
    }
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none';/);
    expect(style).toContain("prefers-color-scheme: dark");
  });

  it("shows what the status says", async () => {
    const page = await runPage(html, async () => answer(STATUS));
    expect(page.byId("time").textContent).toBe("2024-03-04 14:30:05.250 UTC");
    expect(page.byId("session").textContent).toBe("session 2024-03-04 (1 of 2), step 3 of 12");
    expect(page.byId("order-count").textContent).toBe("the newest 1 of 70");
    expect(textsOf(page, "accounts")).toContain("-1,234,567.50");
    expect(textsOf(page, "switches")).toEqual(expect.arrayContaining(['{"type":"TICKS","ticks":1}']));
    expect(textsOf(page, "executions")).toEqual(["", "None."]);
    expect(page.byId("gone").hidden).toBe(true);
  });

  it("makes text, and no element, of what clients wrote", async () => {
    const page = await runPage(html, async () => answer(STATUS));
    expect(textsOf(page, "orders").filter((text) => text === EVIL)).toHaveLength(3);
    expect(textsOf(page, "faults")).toContain(EVIL);
    const tags = new Set(["orders", "faults"].flatMap((id) => allOf(page.byId(id)).map(({ tag }) => tag)));
    expect([...tags].sort()).toEqual(["div", "table", "td", "th", "tr"]);
    expect(html).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|setHTML|eval\(/);
  });

  it("counts messages in a second between two answers", async () => {
    const answers = [STATUS, { ...STATUS, wallMs: 7000, clients: [{ ...client, received: 104, sent: 1090 }] }];
    const page = await runPage(html, async () => answer(answers.shift() ?? STATUS));
    expect(textsOf(page, "clients").slice(-5)).toEqual(["3", "178", "…", "…", "2 ticks"]);
    await page.refresh();
    expect(textsOf(page, "clients").slice(-5)).toEqual(["3", "178", "2", "45", "2 ticks"]);
  });

  it("says when the simulator does not answer, and takes it back", async () => {
    let isThere = true;
    const page = await runPage(html, async () => {
      if (!isThere) throw new Error("Failed to fetch");
      return answer(STATUS);
    });
    isThere = false;
    await page.refresh();
    expect(page.byId("gone")).toMatchObject({
      hidden: false,
      textContent: expect.stringContaining("does not answer (Failed to fetch)") as string,
    });
    expect(page.byId("main").className).toBe("stale");
    expect(textsOf(page, "clients")).toContain("2 ticks");
    isThere = true;
    await page.refresh();
    expect(page.byId("gone").hidden).toBe(true);
    expect(page.byId("main").className).toBe("");
  });

  it("has lines for faults that the simulator takes", async () => {
    const page = await runPage(html, async () => answer(STATUS));
    const lines = page.byId("curl").textContent.split("\n");
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      expect(line).toMatch(/^curl -s http:\/\/127\.0\.0\.1:7500\/sim\/faults /);
      expect(faultSchema.safeParse(JSON.parse(/-d '(.*)'$/.exec(line)?.[1] ?? "")).error).toBeUndefined();
    }
  });
});
