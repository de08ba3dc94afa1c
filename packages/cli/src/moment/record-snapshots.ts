import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { snapshotName } from "@bowline/bus";
import type { Entry } from "@bowline/contracts";
import { US_PER_SECOND, us } from "@bowline/kernel";
import { readStrategy } from "@bowline/rules";
import { makeStrategyMachine } from "@bowline/strategy/machine";
import type { RunInputs } from "../run-inputs.ts";
import { PAPER_ACCOUNT } from "../runner/simulated-services.ts";
import { SNAPSHOTS_FOLDER } from "./recorded-session.ts";
import { makeReplay } from "./replay.ts";
import { isRead } from "./session.ts";

/** A moment of a recording is replayed from at most so much before it. */
const EVERY_US = 300 * US_PER_SECOND;
const EVERY_ENTRIES = 5000;

/** Replays a run's strategies while it is recorded, and leaves snapshots of them in its folder. */
export function makeSnapshotRecorder(folder: string, { groups, strategyFile }: RunInputs): { add(entry: Entry): void } {
  const home = join(folder, SNAPSHOTS_FOLDER);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const strategy = readStrategy(strategyFile, groups);
  const desks = [...groups.byName].map(([group, symbols]) => {
    const machine = makeStrategyMachine({ group, symbols, strategy, accountId: PAPER_ACCOUNT });
    return { group, machine: machine.name, replay: makeReplay(machine), last: { seq: 0, us: 0 } };
  });
  return {
    add(entry) {
      for (const desk of desks) {
        if (!isRead(entry.subject, desk.group)) continue;
        const { replay, last, machine } = desk;
        replay.apply(entry);
        const [seq, nowUs] = [replay.position(), us(replay.nowUs())];
        if (last.us === 0) desk.last = { seq, us: nowUs };
        else if (nowUs - last.us >= EVERY_US || seq - last.seq >= EVERY_ENTRIES) {
          desk.last = { seq, us: nowUs };
          const name = snapshotName({ machine, seq, nowUs });
          writeFileSync(join(home, `${name}.json`), JSON.stringify(replay.snapshot()));
        }
      }
    },
  };
}
