import { anEntry } from "@bowline/testkit";
import { expect, it } from "vitest";
import { makeAlertsView } from "./alerts.ts";

it("shows the newest 200 alerts, newest first, and nothing else", () => {
  const view = makeAlertsView();
  for (let seq = 1; seq <= 201; seq++)
    view.add(
      anEntry(
        { kind: "control.alert", source: "execution", severity: "WARNING", code: "X", subject: "", detail: `${seq}` },
        { seq },
      ),
    );
  view.add(anEntry({ kind: "control.resume", scope: "global", reason: "r", by: "b" }, { seq: 202 }));
  const rows = view.show();
  expect(rows).toHaveLength(200);
  expect(rows[0]).toMatchObject({ seq: 201, severity: "WARNING", code: "X", detail: "201" });
  expect(rows.at(-1)?.seq).toBe(2);
});
