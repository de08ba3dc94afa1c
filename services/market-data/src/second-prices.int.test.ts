import { type Bus, connectBus, publishCore, subscribeCore } from "@bowline/bus";
import type { SecondPrice } from "@bowline/market";
import { at, dollars, withNatsServer } from "@bowline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listenForPrices } from "./second-prices.ts";

const nats = withNatsServer();
let bus: Bus;
beforeAll(async () => void (bus = await connectBus({ url: nats.url, name: "test" })));
afterAll(async () => bus.close());

it("hears the prices of a subject, and tells once of what is none", async () => {
  const heard: SecondPrice[] = [];
  const warned: unknown[] = [];
  const arrived = Promise.withResolvers<void>();
  const hear = (price: SecondPrice): void => {
    heard.push(price);
    if (heard.length === 2) arrived.resolve();
  };
  listenForPrices(
    (subject, onMessage) => subscribeCore(bus, subject, (bytes, _, respond) => onMessage(bytes, respond)),
    "second.prices.*",
    {
      comparison: { hear },
      log: { warn: (facts: unknown) => void warned.push(facts) },
    },
  );
  const tell = (text: string): void => publishCore(bus, "second.prices.aapl", new TextEncoder().encode(text));
  tell(`{"symbol":"AAPL","atUs":${at(1)},"px":"100.5"}`);
  tell("nonsense");
  tell("nonsense");
  tell(`{"symbol":"AAPL","atUs":${at(2)},"bidPx":"100","askPx":"101"}`);
  await arrived.promise;
  expect(heard.map(({ px }) => px)).toEqual([dollars("100.5"), dollars("100.5")]);
  expect(warned).toEqual([{ subject: "second.prices.*", err: "it is no JSON" }]);
});
