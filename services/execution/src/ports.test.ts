import { expect, it } from "vitest";
import { makePorts, movedTo } from "./ports.ts";

const SAID =
  "1300: TWS socket port has been reset and this connection is being dropped. Please reconnect on the new port";

it.each([
  [`${SAID} - 7496`, 7496],
  [`${SAID} -4002.`, 4002],
  ["1300: this connection is being dropped. Please reconnect on 7496", 7496],
  [`${SAID} -`, undefined],
  [`${SAID} - 0`, undefined],
  [`${SAID} - 700000`, undefined],
  ["1300", undefined],
])("%s: %s", (message, port) => expect(movedTo(message)).toBe(port));

it("goes to the told port, and in turn to the configured one while nobody answers", () => {
  const ports = makePorts(7497);
  ports.failed();
  expect(ports.now()).toBe(7497);
  ports.moved(7496);
  expect(ports.now()).toBe(7496);
  ports.failed();
  expect(ports.now()).toBe(7497);
  ports.failed();
  expect(ports.now()).toBe(7496);
});
