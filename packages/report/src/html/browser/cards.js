import { byId, element } from "./dom.js";
import { dollars, timeText, whole } from "./format.js";

function bars(rows, className) {
  if (rows.length === 0) return element("p", "None.", "empty");
  const most = Math.max(...rows.map(([, count]) => count), 1);
  const grid = element("div", undefined, `bars ${className}`);
  for (const [label, count] of rows) {
    const track = element("div", undefined, "track");
    const fill = element("div", undefined, "fill");
    fill.style.width = `${Math.max(count === 0 ? 0 : 1, (100 * count) / most)}%`;
    track.append(fill);
    grid.append(element("span", label, "label"), track, element("span", whole(count)));
  }
  return grid;
}

function fillFacts(id, facts) {
  for (const [name, value, className] of facts) byId(id).append(element("dt", name), element("dd", value, className));
}

export function fillCards() {
  const { summary } = REPORT;
  byId("funnel").append(
    bars(
      [
        ["Predictions", summary.predictionsAccepted + summary.predictionsRefused],
        ["accepted", summary.predictionsAccepted],
        ["Intents", summary.intents],
        ["approved", summary.approved],
        ["Orders", summary.orders],
        ["Fills", summary.fills],
      ],
      "",
    ),
  );
  if (REPORT.refusals.length > 0)
    byId("funnel").append(
      element("p", `Refused: ${REPORT.refusals.map(([code, count]) => `${code} ${whole(count)}`).join(", ")}`, "muted"),
    );
  byId("denials").append(bars(REPORT.denials, "deny"));
  fillFacts(
    "statistics",
    REPORT.statistics.map(({ title, text }) => [title, text]),
  );
  fillFacts("run", [
    ["Minute bars with a trade", whole(summary.bars)],
    ["Minutes without a trade, without data", `${whole(summary.noTrade)}, ${whole(summary.noData)}`],
    [
      "Difference from the broker, in cents",
      summary.equityDifference === undefined ? "–" : dollars(summary.equityDifference),
    ],
    ["Difference, unrounded", summary.equityDifferenceExact ?? "–"],
    ["Orders unexplained, lost", `${summary.unexplainedOrders}, ${summary.lostOrders}`],
    ["Dead letters", whole(summary.deadLetters)],
    ["Journal entries", whole(summary.journalEntries)],
    ["Took", `${(summary.durationMs / 1000).toFixed(1)} s`],
    ["Decision hash", summary.decisionHash, "hash"],
  ]);
  if (REPORT.differences.length === 0) return;
  byId("differences-card").hidden = false;
  const body = element("tbody");
  for (const { time, text } of REPORT.differences) {
    const row = element("tr");
    row.append(element("td", timeText(time), "text"), element("td", text, "text"));
    body.append(row);
  }
  byId("differences").append(body);
}
