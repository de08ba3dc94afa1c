import { ConfigFailure } from "@bowline/config";
import { readServiceConfig } from "@bowline/service-kit";
import { describe, expect, it } from "vitest";
import { configShape } from "./config.ts";
import { makeRehearsal, parseCrashPoint } from "./crash-point.ts";

const read = (env: Record<string, string>) =>
  readServiceConfig(
    {
      BOWLINE_NATS_URL: "nats://127.0.0.1:4222",
      BOWLINE_TWS: "127.0.0.1:7497",
      BOWLINE_DATA_DIR: "/data",
      BOWLINE_SIGNING_KEY_FILE: "/keys/execution.key",
      BOWLINE_TRUSTED_KEYS: "/keys/trusted-keys.yaml",
      ...env,
    },
    configShape,
  );

describe("configuration of execution", () => {
  it("needs an address, a place for its log, its keys, and no more", () => {
    expect(read({})).toMatchObject({
      BOWLINE_TWS: { host: "127.0.0.1", port: 7497 },
      BOWLINE_CLIENT_ID: 17,
      BOWLINE_DATA_DIR: "/data",
    });
    expect(read({}).BOWLINE_MARKET_DATA_TYPE).toBe("LIVE");
    expect(read({ BOWLINE_MARKET_DATA_TYPE: "delayed-frozen" }).BOWLINE_MARKET_DATA_TYPE).toBe("DELAYED_FROZEN");
    expect(read({}).BOWLINE_ACCOUNT).toBeUndefined();
    expect(read({ BOWLINE_ACCOUNT: "DU1234567", BOWLINE_CRASH_AT: "after-place:3" }).BOWLINE_CRASH_AT).toEqual({
      at: "after-place",
      nth: 3,
    });
  });

  it.each([
    ["BOWLINE_TWS", "localhost", "a host and a port"],
    ["BOWLINE_TWS", "localhost:99999", "a port is from 1 to 65535"],
    ["BOWLINE_ACCOUNT", "mine", "an account such as DU1234567"],
    ["BOWLINE_RESTART_WINDOW", "at night", "23:45-00:45 America/New_York, or off"],
    ["BOWLINE_LIVE", "true", "yes or no"],
    ["BOWLINE_MARKET_DATA_TYPE", "old", "BOWLINE_MARKET_DATA_TYPE"],
    ["BOWLINE_WATCHDOG_MS", "20000", "from 1000 to 10000"],
    ["BOWLINE_CLIENT_ID", "0", "BOWLINE_CLIENT_ID"],
    ["BOWLINE_CRASH_AT", "after-lunch", "after-wal, after-submitted, after-place or after-accepted"],
  ])("refuses %s=%s and says what would be right", (name, value, message) => {
    expect(() => read({ [name]: value })).toThrow(ConfigFailure);
    expect(() => read({ [name]: value })).toThrow(message);
  });
});

describe("rehearsal of a crash", () => {
  it("happens at the n-th time, once", () => {
    const kills: number[] = [];
    let step = 0;
    const rehearse = makeRehearsal({ at: "after-place", nth: 2 }, () => void kills.push(step));
    for (step = 1; step <= 4; step++) {
      rehearse("after-wal");
      rehearse("after-place");
    }
    expect(kills).toEqual([2]);
    makeRehearsal(undefined, () => void kills.push(0))("after-wal");
    expect(kills).toEqual([2]);
  });

  it.each(["after-wal:0", "after-wal:x", "after-wal:1:2", "", "before-place"])("has no moment %j", (text) =>
    expect(parseCrashPoint(text)).toBeUndefined(),
  );
});
