import { addUs, floorUs, type Us, us, US_PER_MS, US_PER_SECOND } from "@bowline/kernel";
import { clockAt, makeBrokerHours } from "@bowline/market";
import type { Edge, EdgePort } from "@bowline/service-kit";
import { setTimer, type SetTimer } from "./timer.ts";

/**
 * The holder of the lease `clock` journals the time: at the beginning of every second, or once a step in lock-step, where a
 * step that has its clock already gets no other. Where the broker told a day's hours, they have the last word.
 */
export function makeClockEdge(timer: SetTimer = setTimer): Edge {
  let port: EdgePort | undefined;
  let lastUs: Us = us(0);
  let dueUs: Us = us(0);
  const hours = makeBrokerHours();
  let cancelTimer = (): void => undefined;

  const nextSecond = (nowUs: Us): Us => addUs(floorUs(nowUs, US_PER_SECOND), US_PER_SECOND);
  const beat = async (by: EdgePort): Promise<void> => {
    const nowUs = by.nowUs();
    if (nowUs <= lastUs || (!by.lockstep && nowUs < dueUs)) return;
    await by.publish([{ event: clockAt(nowUs, hours), eventUs: nowUs }]);
    lastUs = nowUs;
    dueUs = nextSecond(nowUs);
  };
  const wakeNextSecond = (by: EdgePort): void => {
    cancelTimer();
    const nowUs = by.nowUs();
    cancelTimer = timer(Math.ceil((nextSecond(nowUs) - nowUs) / US_PER_MS), by.wake);
  };
  return {
    name: "clock",
    async start(given) {
      port = given;
    },
    observe({ event }) {
      if (event.kind === "control.clock" && event.nowUs > lastUs) lastUs = event.nowUs;
      if (event.kind === "md.instrument") hours.learn(event);
    },
    pending: () => 0,
    async turn() {
      if (port === undefined) return;
      await beat(port);
      if (!port.lockstep) wakeNextSecond(port);
    },
    async stop() {
      cancelTimer();
      port = undefined;
    },
  };
}
