import { describe, expect, it } from "vitest";
import { aRawClient, aSimulator, play, type RawClient } from "../test-simulator.ts";

const GS = ["0", "GS", "STK", "", "0", "", "", "SMART", "", "USD", "", ""];

function askHistory({ ask }: RawClient, reqId: string, size: string, what: string): void {
  const range = ["0", "", size, size === "1 day" ? "2 D" : "60 S", "1", what, "1", "0", ""];
  ask("20", reqId, ...GS, ...range);
}

describe("answers about data at the versions of the protocol", () => {
  it.each([
    [157, "20240304  09:30:00"],
    [173, "20240304  09:30:00"],
    [174, "20240304 09:30:00 US/Eastern"],
    [193, "20240304 09:30:00 US/Eastern"],
  ])("%i dates a minute as %s", async (version, date) => {
    const simulator = await aSimulator();
    const client = await aRawClient(simulator, version);
    await play(simulator, 12);
    askHistory(client, "5", "1 min", "TRADES");
    const [bars] = await client.told();
    expect(bars?.slice(0, 2)).toEqual(["17", "5"]);
    expect(bars?.slice(4, 6)).toEqual(["1", date]);
    expect(bars?.length).toBe(5 + 8);
  });

  it("before 165 a schedule is refused, as its client could not read it", async () => {
    const simulator = await aSimulator();
    const old = await aRawClient(simulator, 164);
    askHistory(old, "6", "1 day", "SCHEDULE");
    expect((await old.told()).map((fields) => fields.slice(0, 4))).toEqual([["4", "2", "6", "162"]]);
    const young = await aRawClient(simulator, 165, 10);
    askHistory(young, "6", "1 day", "SCHEDULE");
    const [schedule] = await young.told();
    expect(schedule).toEqual([
      "106",
      "6",
      "20240229-09:30:00",
      "20240301-16:00:00",
      "US/Eastern",
      "2",
      ...["20240229-09:30:00", "20240229-16:00:00", "20240229"],
      ...["20240301-09:30:00", "20240301-16:00:00", "20240301"],
    ]);
  });

  it("a subscription is told to a client of bytes as to any other", async () => {
    const simulator = await aSimulator();
    const client = await aRawClient(simulator, 157);
    client.ask("1", "11", "3", ...GS, "0", "233", "0", "0", "");
    const told = await client.told();
    expect(told.slice(0, 3)).toEqual([
      ["58", "1", "3", "1"],
      ["81", "3", "0.01", "9c0001", "3"],
      ["45", "6", "3", "49", "0"],
    ]);
    await play(simulator, 1);
    expect((await client.told()).map(([id]) => id)).toEqual(expect.arrayContaining(["1", "2", "46"]));
  });
});
