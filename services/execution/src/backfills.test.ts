import type { HistoryRequest, IbSession } from "@bowline/broker-ib";
import type { Event, EventByKind } from "@bowline/contracts";
import { type Us, addUs, ok } from "@bowline/kernel";
import { T0, anEntry } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { makeBackfills } from "./backfills.ts";

const request = (number: number): EventByKind<"request.backfill"> => ({
  kind: "request.backfill",
  requestId: `r${number}`,
  group: "tech",
  symbol: "AAPL",
  timeframe: "1m",
  endUs: addUs(T0, number),
  bars: 60,
});
const answer = ({ group, symbol, requestId, timeframe }: EventByKind<"request.backfill">): Event => ({
  kind: "md.history",
  group,
  symbol,
  requestId,
  timeframe,
  bars: [],
  failure: "",
});

/** A session that answers with no bars, and a clock that jumps over what is waited for. */
function world(lockstep = false) {
  let nowUs: Us = T0;
  const asked: { readonly endUs: number; readonly second: number }[] = [];
  const session = {
    async history({ endUs }: HistoryRequest) {
      asked.push({ endUs: endUs - T0, second: (nowUs - T0) / 1_000_000 });
      return ok([]);
    },
  } as unknown as IbSession;
  const clock = {
    lockstep,
    nowUs: () => nowUs,
    wait: async (ms: number) => void (nowUs = addUs(nowUs, ms * 1000)),
  };
  return { asked, session, clock };
}

describe("bars of the past", () => {
  it("are asked for at IB's pace, what was asked before a restart included", async () => {
    const { asked, session, clock } = world();
    const backfills = makeBackfills(60);
    for (let number = 1; number <= 5; number++) {
      backfills.observe(anEntry(request(number)));
      backfills.observe(anEntry(answer(request(number)), { seenUs: addUs(T0, -1_000_000) }));
    }
    for (const number of [6, 7]) backfills.observe(anEntry(request(number)));
    expect(backfills.pending(session)).toBe(2);
    await backfills.answerAll(session, clock, () => undefined);
    expect(asked).toEqual([
      { endUs: 6, second: 1.5 },
      { endUs: 7, second: 1.5 },
    ]);
  });
  it("do not wait where time is simulated", async () => {
    const { asked, session, clock } = world(true);
    const backfills = makeBackfills(60);
    for (let number = 1; number <= 9; number++) backfills.observe(anEntry(request(number)));
    await backfills.answerAll(session, clock, () => undefined);
    expect(asked.map(({ second }) => second)).toEqual(Array.from({ length: 9 }, () => 0));
    expect(backfills.pending(session)).toBe(0);
  });
  it("that one session did not come to are the next one's", async () => {
    const [first, second] = [world(), world()];
    const backfills = makeBackfills(60);
    for (const number of [1, 2]) backfills.observe(anEntry(request(number)));
    let answers = 0;
    const interrupted = {
      async history() {
        // The other session comes while the first waits for its answer.
        expect(backfills.pending(second.session)).toBe(2);
        return { ok: false, error: { type: "closed", request: "historical bars" } };
      },
    } as unknown as IbSession;
    await backfills.answerAll(interrupted, first.clock, () => void (answers += 1));
    expect(answers).toBe(0);
    await backfills.answerAll(second.session, second.clock, () => void (answers += 1));
    expect([answers, second.asked.length]).toEqual([2, 2]);
  });
});
