import type { ScopeLook } from "./look-up-scope.ts";

/** What an operator must know of a kill for a name that nobody has, or that nobody could look up; `undefined` where all is well. */
export function killWarning(look: ScopeLook, stoppedAll: boolean): string | undefined {
  if (look.is === "known" || stoppedAll) return undefined;
  if (look.is === "unchecked") return `WARNING: ${unchecked(look.because)}\n  ${TO_STOP_ALL}`;
  return [
    `WARNING: ${nobody(look)}: this kill waits for that name, stops nothing that is known to trade, and the rest of the system GOES ON TRADING`,
    ...names(look, "kill"),
    `  ${TO_STOP_ALL}`,
  ].join("\n");
}

/** The same of a resume. */
export function resumeWarning(look: ScopeLook): string | undefined {
  if (look.is === "known") return undefined;
  if (look.is === "unchecked") return `WARNING: ${unchecked(look.because)}`;
  return [
    `WARNING: ${nobody(look)}, nor was anything killed by that name: this resume lets nothing go on`,
    ...names(look, "resume"),
    "  what is held down: ./bowline status",
  ].join("\n");
}

type Unknown = Extract<ScopeLook, { readonly is: "unknown" }>;

const TO_STOP_ALL = "to stop everything: ./bowline kill";
const PLURALS = { account: "accounts", group: "groups", strategy: "strategies", symbol: "symbols" } as const;

const unchecked = (because: string): string => `whether anybody has this name could not be looked up: ${because}`;

const nobody = ({ kind, name }: Unknown): string => `the journal knows no ${kind} called ${JSON.stringify(name)}`;

function names({ kind, names: all, nearest }: Unknown, command: string): readonly string[] {
  const meant = nearest === undefined || kind === "symbol" ? nearest : `${kind}:${nearest}`;
  return [
    `  ${PLURALS[kind]}: ${all.join(", ") || "none is known yet"}`,
    ...(meant === undefined ? [] : [`  did you mean: ./bowline ${command} --scope ${meant}`]),
  ];
}
