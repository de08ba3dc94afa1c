import Fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import { T0 } from "@bowline/testkit";
import { afterEach, describe, expect, it } from "vitest";
import { makeApiSource } from "./api-source.ts";
import { OUR_API } from "./settings.ts";
import { backOffMs } from "./source.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function anApi(answer: (request: FastifyRequest, reply: FastifyReply) => unknown): Promise<string> {
  const app = Fastify({ forceCloseConnections: true });
  app.get("/v1/predictions", async (request, reply) => answer(request, reply));
  closing.push(() => app.close());
  return `${await app.listen({ host: "127.0.0.1", port: 0 })}/v1/predictions`;
}
const sourceOf = (url: string, timeoutMs = 5_000) => makeApiSource({ url, token: "secret", shape: OUR_API, timeoutMs });

describe("the API of a model", () => {
  it("is asked with cursor, time and token, and its page is taken as it is", async () => {
    const asked: unknown[] = [];
    const url = await anApi((request) => {
      asked.push([request.query, request.headers.authorization]);
      return { predictions: [{ id: "a" }, 7], cursor: "c1", more: "ignored" };
    });
    expect(await sourceOf(url).poll(undefined, T0)).toEqual({
      ok: true,
      value: { predictions: [{ id: "a" }, 7], cursor: "c1" },
    });
    await sourceOf(`${url}?tenant=9`).poll("a b&c", T0);
    expect(asked).toEqual([
      [{ asOf: String(T0) }, "Bearer secret"],
      [{ tenant: "9", after: "a b&c", asOf: String(T0) }, "Bearer secret"],
    ]);
  });
  it("of another maker is asked and read as its shape says", async () => {
    const asked: unknown[] = [];
    const url = await anApi((request) => {
      asked.push([request.query, request.headers["x-api-key"], request.headers.authorization]);
      return { data: { rows: [{ ticker: "IBM" }], next: 12 } };
    });
    const ask = (shape: object) =>
      makeApiSource({ url, token: "secret", shape: { ...OUR_API, list: "data.rows", ...shape }, timeoutMs: 5_000 });
    const paged = ask({ cursor: "data.next", after: "since", tokenHeader: "X-Api-Key" });
    expect(await paged.poll("7", T0)).toEqual({ ok: true, value: { predictions: [{ ticker: "IBM" }], cursor: "12" } });
    const whole = ask({ cursor: false, after: false, asOf: false });
    expect(await whole.poll(undefined, T0)).toEqual({
      ok: true,
      value: { predictions: [{ ticker: "IBM" }], cursor: undefined },
    });
    expect(await ask({ cursor: "data.page" }).poll(undefined, T0)).toMatchObject({
      ok: false,
      error: { type: "malformed", message: expect.stringContaining("no cursor at `data.page`") as string },
    });
    expect(asked.slice(0, 2)).toEqual([
      [{ since: "7", asOf: String(T0) }, "secret", undefined],
      [{}, undefined, "Bearer secret"],
    ]);
  });
  it.each([
    ["another status", 401, "no", { type: "status", message: expect.stringMatching(/answered 401: no/) as string }],
    ["no JSON", 200, "<html>", { type: "malformed", message: expect.stringMatching(/gave no JSON: <html>/) as string }],
    [
      "no page",
      200,
      '{"predictions":{}}',
      { type: "malformed", message: expect.stringMatching(/no page of predictions/) as string },
    ],
  ])("fails with the reason when it gives %s", async (_, status, body, error) => {
    const url = await anApi((__, reply) => reply.code(status).type("text/plain").send(body));
    expect(await sourceOf(url).poll(undefined, T0)).toEqual({ ok: false, error });
  });
  it("fails with a time-out when it is silent", async () => {
    const url = await anApi(() => new Promise(() => undefined));
    expect(await sourceOf(url, 50).poll(undefined, T0)).toMatchObject({ ok: false, error: { type: "timeout" } });
  });
  it("fails when nobody listens", async () => {
    const url = await anApi(() => "");
    for (const close of closing.splice(0)) await close();
    expect(await sourceOf(url).poll(undefined, T0)).toMatchObject({
      ok: false,
      error: { type: "unreachable", message: expect.stringContaining("ECONNREFUSED") as string },
    });
  });
});

describe("the back-off", () => {
  it("doubles from 100 ms to 30 s", () => {
    expect([1, 2, 3, 9, 10, 1_000].map(backOffMs)).toEqual([100, 200, 400, 25_600, 30_000, 30_000]);
  });
});
