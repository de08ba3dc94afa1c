import { expect, it } from "vitest";
import { figure } from "./figure.ts";

let outside: unknown;
try {
  figure("early", 1, "s");
} catch (failure) {
  outside = failure;
}

it("hands what a test measured to its run", ({ task }) => {
  figure("noticed after", 4.2, "s");
  figure("orders sent", 0, "orders");
  expect(task.meta).toMatchObject({
    figures: [
      { what: "noticed after", value: 4.2, unit: "s" },
      { what: "orders sent", value: 0, unit: "orders" },
    ],
  });
});

it("is refused where no test runs", () => expect(String(outside)).toContain("outside of a test"));
