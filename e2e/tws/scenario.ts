import type { Tws } from "./tws.ts";

/** What a scenario found that no test can demand: it stands in the report. */
export type Note = (text: string) => void;

/** Plays one scenario. Throws, as any test does, where what must hold does not. */
export type Scenario = (tws: Tws, note: Note) => Promise<void>;
