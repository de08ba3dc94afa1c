import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FLOORS } from "../../../tools/test-run/floors.ts";
import { IB_CODE_ROWS, ORDER_CONTEXTS, dataEffect, ibCode, orderEffect, sessionEffect } from "./index.ts";

const ROOT = join(import.meta.dirname, "../../..");

describe("the table of IB's codes", () => {
  it("has rows enough, and codes enough", () => {
    expect(IB_CODE_ROWS.length).toBeGreaterThanOrEqual(FLOORS.ibCodeRows);
    expect(new Set(IB_CODE_ROWS.map(({ code }) => code)).size).toBeGreaterThanOrEqual(FLOORS.ibCodes);
  });

  it("says each code once a context, with IB's words and a source", () => {
    const keys = IB_CODE_ROWS.map(({ context, code }) => `${context} ${code}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    for (const { text, source } of IB_CODE_ROWS) expect(Math.min(text.length, source.length)).toBeGreaterThan(4);
  });

  it("names, for each row that was seen, a test in which the code occurs", () => {
    const unseen = IB_CODE_ROWS.filter(({ evidence, seenIn, code }) => {
      if (evidence !== "seen") return seenIn !== undefined;
      const path = join(ROOT, seenIn ?? "");
      const text = seenIn !== undefined && existsSync(path) ? readFileSync(path, "utf8").replaceAll("_", "") : "";
      return !new RegExp(`\\b${code}\\b`).test(text);
    });
    expect(unseen.map(({ context, code, seenIn }) => `${context} ${code}: ${seenIn}`)).toEqual([]);
  });

  it("takes what is only assumed about an order for an unknown outcome [pitfall 9]", () => {
    const orders: readonly string[] = ORDER_CONTEXTS;
    const wrong = IB_CODE_ROWS.filter(
      ({ context, evidence, effect }) => evidence === "assumed" && orders.includes(context) && effect !== "UNCERTAIN",
    );
    expect(wrong).toEqual([]);
  });

  it("knows nothing of a code that is not in it", () => {
    expect([ibCode("place", 77_777), orderEffect("modify", 1100), dataEffect(201), sessionEffect(201)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect([orderEffect("place", 201), dataEffect(420), sessionEffect(1101)]).toEqual([
      "REJECTED",
      "RETRY",
      "RESTORED_DATA_LOST",
    ]);
  });
});
