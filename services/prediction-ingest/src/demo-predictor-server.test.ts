import { addSeconds } from "@bowline/kernel";
import { T0 } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { makeDemoServer } from "./demo-predictor-server.ts";

function aServer(patienceMs = 5_000) {
  let clockUs = 0;
  const asked: unknown[] = [];
  const server = makeDemoServer({
    token: "secret",
    patienceMs,
    predictor: {
      poll: (after, asOfUs) => {
        asked.push(after);
        return clockUs >= asOfUs ? { predictions: [], cursor: `${after ?? ""}1` } : undefined;
      },
    },
  });
  const get = (query: string, token = "secret") =>
    server.app.inject({ url: `/v1/predictions${query}`, headers: { authorization: `Bearer ${token}` } });
  return { server, get, asked, advance: (to: number) => void (clockUs = to) };
}

describe("the demo model's server", () => {
  it("answers what the journal has reached", async () => {
    const { get, advance } = aServer();
    advance(T0);
    expect((await get(`?after=4&asOf=${T0}`)).json()).toEqual({ predictions: [], cursor: "41" });
  });
  it("waits for the journal to reach the time that it is asked about", async () => {
    const { server, get, asked, advance } = aServer();
    const answer = get(`?asOf=${addSeconds(T0, 60)}`);
    while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    advance(T0);
    server.advanced();
    advance(addSeconds(T0, 60));
    server.advanced();
    expect((await answer).statusCode).toBe(200);
  });
  it("says so when it lost its patience", async () => {
    expect((await aServer(1).get(`?asOf=${T0}`)).statusCode).toBe(503);
  });
  it("wants the token and a time", async () => {
    const { get } = aServer();
    expect((await get(`?asOf=${T0}`, "wrong")).statusCode).toBe(401);
    expect((await get("")).statusCode).toBe(400);
    expect((await get(`?asOf=${T0}&after=x`)).statusCode).toBe(400);
    expect((await get("?asOf=soon")).statusCode).toBe(400);
  });
});
