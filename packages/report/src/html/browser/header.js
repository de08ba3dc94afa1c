import { byId } from "./dom.js";
import { dollars } from "./format.js";

export function fillHeader() {
  const { dates, symbols, summary } = REPORT;
  byId("title").textContent = REPORT.title;
  const span =
    dates.length === 0 ? "no session" : dates.length === 1 ? dates[0] : `${dates[0]} to ${dates[dates.length - 1]}`;
  byId("subtitle").textContent =
    `${span} · ${summary.sessions} ${summary.sessions === 1 ? "session" : "sessions"} · ${symbols.map((s) => s.symbol).join(", ")}`;
  const problems = [];
  if (summary.equityDifference === undefined) problems.push("not compared with the broker");
  else if (Number(summary.equityDifference) !== 0) problems.push(`${dollars(summary.equityDifference)} off the broker`);
  if (summary.unexplainedOrders > 0) problems.push(`${summary.unexplainedOrders} unexplained orders`);
  if (summary.lostOrders > 0) problems.push(`${summary.lostOrders} lost orders`);
  if (summary.noData > 0) problems.push(`${summary.noData} minutes without data`);
  if (summary.deadLetters > 0) problems.push(`${summary.deadLetters} dead letters`);
  byId("verdict").textContent = problems.length === 0 ? "✓ Books equal the broker's" : problems.join(" · ");
  byId("verdict").classList.toggle("bad", problems.length > 0);
}
