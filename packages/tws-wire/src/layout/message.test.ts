import { describe, expect, expectTypeOf, test } from "vitest";
import {
  between,
  bits,
  bool,
  choice,
  type ContentOf,
  flagged,
  group,
  groupOr,
  int,
  intElse,
  intOr,
  list,
  literal,
  microsOr,
  named,
  requestId,
  serverMessage,
  since,
  clientMessage,
  text,
  textOr,
  until,
  when,
} from "./index.ts";

const sample = clientMessage(
  7,
  {
    version: until(160, literal("3")),
    reqId: requestId,
    kind: text,
    note: since(170, textOr()),
    extra: between(165, 168, int),
    legs: when(({ kind }) => kind === "BAG", { legs: list(group({ ratio: int })) }),
    attributes: bits("isOpen", "isPast"),
    state: choice("state", { on: { code: "1", fields: { since: text } }, off: { code: "0", fields: {} } }),
  },
  { isExact: true },
);

describe("a declaration", () => {
  test("gives the type of its message", () => {
    type Sample = ContentOf<typeof sample>;
    expectTypeOf<Sample>().toExtend<{ readonly reqId: number; readonly kind: string; readonly note?: string }>();
    expectTypeOf<Extract<Sample, { state: "on" }>["since"]>().toEqualTypeOf<string>();
    expectTypeOf<Sample>().not.toHaveProperty("version");
  });

  test("writes what the version has, and the message calls for", () => {
    const content = {
      reqId: 1,
      kind: "BAG",
      note: "n",
      extra: 5,
      legs: [{ ratio: 2 }],
      isPast: true,
      state: "off",
    } as const;
    expect(sample.encode(157, content)).toEqual(["7", "3", "1", "BAG", "1", "2", "2", "0"]);
    expect(sample.encode(165, content)).toEqual(["7", "1", "BAG", "5", "1", "2", "2", "0"]);
    expect(sample.encode(193, { ...content, kind: "STK" })).toEqual(["7", "1", "STK", "n", "2", "0"]);
  });

  test("reads the same, and leaves out what is not there", () => {
    expect(sample.decode(193, ["7", "1", "STK", "", "3", "1", "now"])).toEqual({
      ok: true,
      value: { reqId: 1, kind: "STK", isOpen: true, isPast: true, state: "on", since: "now" },
    });
  });

  test("refuses a code that no variant has, and what follows the end where it is exact", () => {
    expect(sample.decode(193, ["7", "1", "STK", "", "0", "2"], "sample")).toMatchObject({
      error: { messageName: "sample", field: "state", reason: "NOT_KNOWN", requestId: 1 },
    });
    expect(sample.decode(193, ["7", "1", "STK", "", "0", "0", ""])).toMatchObject({
      error: { reason: "TRAILING_FIELDS" },
    });
  });
});

test("a version may be missing at the end, what says something may not", () => {
  const ends = serverMessage(1, { isThere: bool, version: literal("1") });
  expect(ends.decode(193, ["1", "1"])).toEqual({ ok: true, value: { isThere: true } });
  expect(ends.decode(193, ["1"])).toMatchObject({ error: { field: "isThere", reason: "MISSING" } });
});

test("what is absent is written as the wire says it, and read as absent", () => {
  const absent = serverMessage(1, {
    a: intOr("2147483647"),
    b: microsOr("0.0"),
    c: textOr("None"),
    d: flagged({ conId: int }),
    e: named({ type: text, param: text }),
    f: groupOr({ name: text }, { name: "" }),
  });
  const fields = ["1", "2147483647", "0.0", "None", "0", "", ""];
  expect(absent.encode(193)).toEqual(fields);
  expect(absent.decode(193, fields)).toEqual({ ok: true, value: {} });
});

test("a value with a usual one is written as that where it is absent, and always read", () => {
  const usual = serverMessage(1, { magnifier: intElse(1) });
  expect(usual.encode(193)).toEqual(["1", "1"]);
  expect(usual.decode(193, ["1", ""])).toEqual({ ok: true, value: { magnifier: 1 } });
});
