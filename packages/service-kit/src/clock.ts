import { lockstepHelloCodec, lockstepTimeCodec } from "@bowline/contracts";
import { type Bus, requestCore } from "@bowline/bus";
import { type Us, us } from "@bowline/kernel";

/** How time passes for the edges of a process. */
export type Clock = {
  readonly lockstep: boolean;
  nowUs(): Us;
  /** Lock-step: the conductor's time. */
  set(simUs: Us): void;
};

const wallUs = (): number => Math.round((performance.timeOrigin + performance.now()) * 1000);

/** Real time, shifted where the market is simulated. It never goes back. */
export function makeFreeClock(offsetUs = 0): Clock {
  let last = 0;
  return {
    lockstep: false,
    nowUs: () => {
      last = Math.max(last, wallUs() + offsetUs);
      return us(last);
    },
    set: () => undefined,
  };
}

export function makeLockstepClock(startUs: Us): Clock {
  let now: Us = startUs;
  return {
    lockstep: true,
    nowUs: () => now,
    set: (simUs) => {
      if (simUs > now) now = simUs;
    },
  };
}

const HELLO_TIMEOUT_MS = 500;

/** Asks the simulator how time passes, until it answers. */
export async function simulatedClock(bus: Bus, process: string, onWait: () => void): Promise<Clock> {
  for (;;) {
    const answer = await requestCore(
      bus,
      "lockstep.hello",
      lockstepHelloCodec.encode({ process, participant: "" }),
      HELLO_TIMEOUT_MS,
    );
    const time = answer === undefined ? undefined : lockstepTimeCodec.decode(answer);
    if (time?.ok === true)
      return time.value.mode === "LOCKSTEP" ? makeLockstepClock(time.value.simUs) : makeFreeClock(time.value.offsetUs);
    onWait();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
