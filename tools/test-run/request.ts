import { type Tier, tierOf } from "./tiers.ts";

/** Exit code of an argument that cannot be used, as every command has it. */
export const EXIT_USAGE = 64;

/** The TWS that the scenarios are to run against; `address` is empty where none was named. */
export type TwsRequest = {
  readonly address: string;
  readonly symbol: string | undefined;
  readonly accountId: string | undefined;
};

export type TestRequest = {
  readonly tier: Tier;
  readonly filters: readonly string[];
  readonly namePattern: string | undefined;
  readonly coverage: boolean;
  readonly tws: TwsRequest | undefined;
};

const FLAGS = "there are --all, --soak, --coverage, -t NAME, and --tws HOST:PORT with --symbol and --account";

/** What has been read so far. */
type Draft = {
  tier: Tier;
  coverage: boolean;
  namePattern: string | undefined;
  address: string | undefined;
  symbol: string | undefined;
  accountId: string | undefined;
  readonly filters: string[];
};

/** Options without a value. */
const SWITCHES: Readonly<Record<string, (draft: Draft) => void>> = {
  "--all": (draft) => void (draft.tier = "all"),
  "--soak": (draft) => void (draft.tier = "soak"),
  "--coverage": (draft) => void (draft.coverage = true),
};
/** Options with one, and what it is. */
const VALUES: Readonly<Record<string, { readonly key: "namePattern" | "symbol" | "accountId"; readonly is: string }>> =
  {
    "-t": { key: "namePattern", is: "a part of a test's name" },
    "--symbol": { key: "symbol", is: "a stock's symbol" },
    "--account": { key: "accountId", is: "an account's number" },
  };

/** A text is what is wrong with the arguments. */
export function parseRequest(args: readonly string[]): TestRequest | string {
  const draft: Draft = {
    tier: tierOf(process.env["BOWLINE_TEST_TIER"]),
    coverage: false,
    namePattern: undefined,
    address: undefined,
    symbol: undefined,
    accountId: undefined,
    filters: [],
  };
  for (let index = 0; index < args.length;) {
    const taken = readOne(draft, args.slice(index));
    if (typeof taken === "string") return taken;
    index += taken;
  }
  const { address, symbol, accountId, filters, ...rest } = draft;
  if (address === undefined)
    return symbol === undefined && accountId === undefined
      ? { ...rest, filters, tws: undefined }
      : "--symbol and --account go with --tws HOST:PORT";
  if (filters.length > 0) return `--tws runs its own files: ${filters.join(", ")} is too much`;
  return { ...rest, filters, tws: { address, symbol, accountId } };
}

/** Reads the first of the arguments into the draft; answers how many it took, or what is wrong with it. */
function readOne(draft: Draft, [arg = "", value]: readonly string[]): number | string {
  const wanted = VALUES[arg];
  if (wanted !== undefined) {
    if (value === undefined) return `${arg} needs ${wanted.is}`;
    draft[wanted.key] = value;
    return 2;
  }
  if (arg === "--tws") {
    // An unset variable gives an empty text, or none: then there is nothing to run against.
    const isNamed = value !== undefined && !value.startsWith("-");
    draft.address = isNamed ? value : "";
    return isNamed ? 2 : 1;
  }
  const turn = SWITCHES[arg];
  if (turn !== undefined) turn(draft);
  else if (arg.startsWith("-")) return `${arg} is no option; ${FLAGS}`;
  else draft.filters.push(arg);
  return 1;
}
