import { anEntry, aSignal } from "@bowline/testkit";
import Fastify from "fastify";
import { describe, expect, it } from "vitest";
import { isAuthorized } from "@bowline/service-kit";
import { addPushRoute } from "./push-route.ts";
import type { Ingest } from "./ingest.ts";

function anApp(push: Ingest["push"]) {
  const app = Fastify();
  addPushRoute(app, push, "secret");
  return (body: object, token = "secret") =>
    app.inject({
      method: "POST",
      url: "/v1/predictions",
      headers: { authorization: `Bearer ${token}` },
      payload: body,
    });
}
const refused = anEntry(
  {
    kind: "signal.refused",
    group: "none",
    symbol: "none",
    predictionId: "",
    reasons: [{ code: "MALFORMED", detail: [] }],
    raw: "{}",
    withdraws: false,
  },
  { seq: 8 },
);

describe("POST /v1/predictions", () => {
  it("answers with every verdict, its reasons and its sequence", async () => {
    const pushed: unknown[] = [];
    const post = anApp((raws) => {
      pushed.push(raws);
      return Promise.resolve([anEntry(aSignal(), { seq: 7 }), refused]);
    });
    const response = await post({ predictions: [{ id: "p1" }, {}] });
    expect(response.json()).toEqual({
      results: [
        { outcome: "accepted", id: "p1", revision: 0, seq: 7 },
        { outcome: "refused", id: "", reasons: [{ code: "MALFORMED", detail: [] }], seq: 8 },
      ],
    });
    await post({ id: "p2" });
    expect(pushed).toEqual([[{ id: "p1" }, {}], [{ id: "p2" }]]);
  });
  it("wants the token", async () => {
    const response = await anApp(() => Promise.reject(new Error("not asked")))({}, "wrong");
    expect(response.statusCode).toBe(401);
  });
  it("says so where this process may not write, or too many come at once", async () => {
    expect((await anApp(() => undefined)({})).statusCode).toBe(503);
    expect(
      (await anApp(() => Promise.resolve([]))({ predictions: Array.from({ length: 1_001 }, () => 1) })).statusCode,
    ).toBe(413);
  });
});

describe("a bearer token", () => {
  it.each([
    ["Bearer secret", true],
    ["Bearer secret2", false],
    ["bearer secret", false],
    ["secret", false],
    ["", false],
    [undefined, false],
  ])("%s is %s", (header, expected) => {
    expect(isAuthorized(header, "secret")).toBe(expected);
  });
});
