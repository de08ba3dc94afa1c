import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { sessionOf } from "./index.ts";

const file = join(process.env["BOWLINE_SAMPLE_DATA"] ?? "", "us-equities/daily/SPY.csv.gz");

it("has a session on a weekday from 1998 to 2021 exactly where SPY has a daily bar", (context) => {
  if (!existsSync(file)) return context.skip("needs us-equities/daily in the folder that BOWLINE_SAMPLE_DATA names");
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split("\n").slice(1);
  const recorded = new Set(lines.map((line) => line.slice(0, 10)));
  const last = [...recorded].at(-1) ?? "";
  const differences: string[] = [];
  let weekdays = 0;
  for (let day = Temporal.PlainDate.from("1998-01-01"); day.toString() <= last; day = day.add({ days: 1 })) {
    if (day.dayOfWeek > 5) continue;
    weekdays += 1;
    if (recorded.has(day.toString()) !== (sessionOf(day.toString()) !== undefined)) differences.push(day.toString());
  }
  expect({ differences, days: recorded.size, weekdays }).toEqual({ differences: [], days: 5849, weekdays: 6065 });
});
