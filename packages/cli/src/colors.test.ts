import { expect, it } from "vitest";
import { colorsFor } from "./colors.ts";

it("colours a terminal, never a pipe, and nothing under NO_COLOR, whatever CI says", () => {
  expect(colorsFor({ isTTY: true }, {}).green("fine")).not.toBe("fine");
  expect(colorsFor({ isTTY: true }, { NO_COLOR: "1" }).green("fine")).toBe("fine");
  expect(colorsFor({}, { CI: "true", FORCE_COLOR: "1" }).green("fine")).toBe("fine");
});
