import type { ScenarioName } from "./list.ts";
import type { Note, Scenario } from "./scenario.ts";
import { ACCOUNT } from "./scenarios/account.ts";
import { CONNECTING } from "./scenarios/connecting.ts";
import { DATA } from "./scenarios/data.ts";
import { GROUPS } from "./scenarios/groups.ts";
import { RECONNECTING } from "./scenarios/reconnecting.ts";
import { REFUSALS } from "./scenarios/refusals.ts";
import { RESTING } from "./scenarios/resting.ts";
import { TRADING } from "./scenarios/trading.ts";
import type { Tws } from "./tws.ts";

/** The compiler finds a listed scenario that is not here. */
const PLAYED: Readonly<Record<ScenarioName, Scenario>> = {
  ...{ ...CONNECTING, ...DATA, ...ACCOUNT, ...RESTING },
  ...{ ...GROUPS, ...REFUSALS, ...TRADING, ...RECONNECTING },
};

/** Throws, as any test does, where what must hold does not. */
export const playScenario = (name: ScenarioName, tws: Tws, note: Note): Promise<void> => PLAYED[name](tws, note);
