/** How much a run takes on: everyone's minutes, a machine's hour, or a night. */
export type Tier = "default" | "all" | "soak";

/** A test says its tier by a tag: `test("…", { tags: ["all"] }, …)`; without one it is in every run. */
export const TAGS = [
  { name: "all", description: "takes minutes; runs with ./bowline test --all" },
  { name: "soak", description: "takes hours; runs with ./bowline test --soak" },
];

/** The tier that a name means; nothing means the default. Throws on any other name. */
export function tierOf(name: string | undefined): Tier {
  if (name === undefined || name === "" || name === "default") return "default";
  if (name === "all" || name === "soak") return name;
  throw new Error(`BOWLINE_TEST_TIER is "${name}": use default, all or soak`);
}

export function tagsFilterOf(tier: Tier): string[] {
  const left = TAGS.map(({ name }) => name).filter((tag) => !runsIn(tier, tag));
  return left.map((tag) => `!${tag}`);
}

/** Whether a tier includes the tests of a tag; a soak includes all. */
export function runsIn(tier: Tier, tag: string): boolean {
  if (tag === "soak") return tier === "soak";
  if (tag === "all") return tier !== "default";
  return true;
}
