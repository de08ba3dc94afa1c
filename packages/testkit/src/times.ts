import { type Us, addSeconds, us } from "@bowline/kernel";

/** 2013-10-04 09:30:00 in New York: the regular open that the builders stand on. */
export const T0: Us = us(1_380_893_400_000_000);
/** The regular close of that session. */
export const T0_CLOSE: Us = us(1_380_916_800_000_000);
export const T0_DATE = "2013-10-04";

/** So many seconds after the open. */
export const at = (seconds: number): Us => addSeconds(T0, seconds);
