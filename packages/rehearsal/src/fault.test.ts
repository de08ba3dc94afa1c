import { describe, expect, it } from "vitest";
import { faultSchema } from "./fault.ts";

describe("a fault", () => {
  it("needs no more than its name where its fields have defaults", () => {
    expect(faultSchema.parse({ fault: "refuse-logins" })).toEqual({ fault: "refuse-logins", code: 326, times: 1 });
    expect(faultSchema.parse({ fault: "messages", name: "execDetails", how: "drop" })).toMatchObject({
      copies: 1,
      times: 1,
    });
  });

  it.each([
    [{ fault: "cuts" }, "`cuts` is not known; did you mean `cut`? Allowed: cut, silence"],
    [{}, "`fault` names what goes wrong: cut, silence"],
    [{ fault: "restart" }, "downMs"],
    [{ fault: "cut", times: 2 }, "unknown key `times`; Allowed: fault"],
    [{ fault: "manual-order", symbol: "IBM", side: "BUY", quantity: 1, lmtPx: "1,5" }, "lmtPx"],
  ])("is refused where it says %j", (fault, word) => {
    const parsed = faultSchema.safeParse(fault);
    expect(parsed.success ? "" : JSON.stringify(parsed.error.issues)).toContain(word);
  });
});
