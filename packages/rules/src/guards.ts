import { US_PER_MINUTE, US_PER_SECOND } from "@bowline/kernel";
import { type Leaf, makeLeaf } from "./leaf.ts";

/** Holds while the rule has not fired in its scope, or did so long enough ago. */
export const cooldownLeaf = (cooldownUs: number): Leaf =>
  makeLeaf<{ readonly leftUs: number }>({
    name: "cooldown",
    threshold: `${cooldownUs / US_PER_MINUTE} min since it fired`,
    read: ({ history: { firedUs }, nowUs }) => ({
      leftUs: firedUs === undefined ? 0 : Math.max(0, firedUs + cooldownUs - nowUs),
    }),
    holds: ({ leftUs }) => leftUs === 0,
    show: ({ leftUs }) => (leftUs === 0 ? "over" : `${Math.ceil(leftUs / US_PER_SECOND)} s left`),
  });

/** Holds while an edge rule has not fired since its condition came true. */
export const armedLeaf: Leaf = makeLeaf<boolean>({
  name: "armed",
  threshold: "once each time that the condition comes true",
  read: ({ history }) => history.armed,
  holds: (armed) => armed,
  show: (armed) => (armed ? "armed" : "fired already"),
});

/** Holds while no rule has paused the symbol or the strategy. */
export const pauseLeaf: Leaf = makeLeaf<{ readonly leftUs: number; readonly by: string }>({
  name: "pause",
  threshold: "not paused",
  read: ({ pause, nowUs }) =>
    pause === undefined ? { leftUs: 0, by: "" } : { leftUs: Math.max(0, pause.untilUs - nowUs), by: pause.by },
  holds: ({ leftUs }) => leftUs === 0,
  show: ({ leftUs, by }) => (leftUs === 0 ? "none" : `${Math.ceil(leftUs / US_PER_SECOND)} s left, by ${by}`),
});

/** Holds while a prediction of the model counts. */
export const modelLeaf: Leaf = makeLeaf<boolean>({
  name: "predictions",
  threshold: "one of the model counts",
  read: ({ modelAlive }) => modelAlive,
  holds: (alive) => alive,
  show: (alive) => (alive ? "alive" : "silent"),
});

/** Hold while the rule fired less often than it may. */
export const maxFiresLeaves = ({
  perSession,
  perPosition,
}: {
  readonly perSession?: number | undefined;
  readonly perPosition?: number | undefined;
}): readonly Leaf[] => [
  ...(perSession === undefined ? [] : [countLeaf("maxFires.perSession", "inSession", perSession)]),
  ...(perPosition === undefined ? [] : [countLeaf("maxFires.perPosition", "inPosition", perPosition)]),
];

const countLeaf = (name: string, which: "inSession" | "inPosition", most: number): Leaf =>
  makeLeaf<number>({
    name,
    threshold: `fewer than ${most}`,
    read: ({ history }) => history[which],
    holds: (count) => count < most,
    show: String,
  });
