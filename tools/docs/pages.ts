import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { renderReliability } from "../faults/page.ts";
import { readRecord } from "../faults/record.ts";
import { statusPage } from "../status/page.ts";
import { renderArchitecturePicture } from "./architecture-picture.ts";
import { renderCalendar } from "./calendar.ts";
import { readCommands, renderCommands } from "./commands.ts";
import { readVariables, renderConfiguration } from "./configuration.ts";
import { renderPermissions } from "../nats-permissions/page.ts";
import { renderEvents } from "./events.ts";
import { renderIbCodes } from "./ib-codes.ts";
import { renderOrderTypes } from "./order-types.ts";
import { renderQuoteStates } from "./quote-states.ts";
import { renderRealTws } from "./real-tws.ts";
import { INDICATORS } from "../../packages/indicators/src/index.ts";
import { pictureFile, renderIndicators, renderPicture } from "./indicators.ts";
import { renderRehearsals } from "./rehearsals.ts";
import { renderBreakers } from "./breakers.ts";
import { renderRiskChecks } from "./risk-checks.ts";
import { renderRules, renderScenarioSchema, renderStrategySchema } from "./rules.ts";
import { renderSaleConditions } from "./sale-conditions.ts";
import { readContracts, renderServices } from "./services.ts";
import { renderSimulatorSwitches } from "./simulator-switches.ts";
import { renderSubjects } from "./subjects.ts";
import { renderTemplates } from "./templates.ts";
import { renderTwsMessages } from "./tws-messages.ts";

const FOLDER = "docs/reference";
const TEMPLATES = "docs/templates";

/** Every generated page, by its path from the root. */
export async function renderPages(root: string): Promise<ReadonlyMap<string, string>> {
  const contracts = await readContracts(root);
  return new Map([
    ["docs/architecture.svg", renderArchitecturePicture()],
    ["docs/reliability.md", renderReliability(readRecord(root))],
    ["docs/status.md", statusPage(root)],
    [`${FOLDER}/calendar.md`, renderCalendar()],
    [`${FOLDER}/commands.md`, renderCommands(await readCommands(root))],
    [`${FOLDER}/configuration.md`, renderConfiguration(readVariables(root))],
    [`${FOLDER}/events.md`, renderEvents()],
    [`${FOLDER}/ib-codes.md`, renderIbCodes()],
    [`${FOLDER}/order-types.md`, renderOrderTypes()],
    [`${FOLDER}/indicators.md`, renderIndicators()],
    ...INDICATORS.map((each) => [`${FOLDER}/indicators/${pictureFile(each)}`, renderPicture(each)] as const),
    [`${FOLDER}/permissions.md`, renderPermissions(contracts)],
    [`${FOLDER}/quote-states.md`, renderQuoteStates()],
    [`${FOLDER}/real-tws.md`, renderRealTws()],
    [`${FOLDER}/rehearsals.md`, renderRehearsals(root)],
    [`${FOLDER}/breakers.md`, renderBreakers()],
    [`${FOLDER}/risk-checks.md`, renderRiskChecks()],
    [`${FOLDER}/rules.md`, renderRules()],
    [`${FOLDER}/strategy.schema.json`, renderStrategySchema()],
    [`${FOLDER}/scenarios.schema.json`, renderScenarioSchema()],
    [`${FOLDER}/sale-conditions.md`, renderSaleConditions()],
    [`${FOLDER}/services.md`, renderServices(contracts)],
    [`${FOLDER}/simulator-switches.md`, renderSimulatorSwitches()],
    [`${FOLDER}/subjects.md`, renderSubjects()],
    ...renderTemplates(TEMPLATES),
    [`${FOLDER}/tws-messages.md`, renderTwsMessages(root)],
  ]);
}

const generatedFiles = (root: string): string[] =>
  globSync([`${FOLDER}/*.md`, `${FOLDER}/*.json`, `${FOLDER}/*/*.svg`, `${TEMPLATES}/*.md`], { cwd: root });

/** Replaces the folder's pages; one that no longer exists goes. */
export function writePages(root: string, pages: ReadonlyMap<string, string>): void {
  for (const path of generatedFiles(root)) if (!pages.has(path)) rmSync(join(root, path));
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Pages that are missing, too many, or other than what the code gives. */
export function differingPages(root: string, pages: ReadonlyMap<string, string>): readonly string[] {
  const paths = new Set([...pages.keys(), ...generatedFiles(root)]);
  const written = (path: string): string | undefined =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined;
  return [...paths].filter((path) => written(path) !== pages.get(path)).toSorted();
}
