import type { Check } from "../check.ts";
import { docLinks } from "./doc-links.ts";
import { fileNames } from "./file-names.ts";
import { fileSize } from "./file-size.ts";
import { layers } from "./layers.ts";
import { listed } from "./listed.ts";
import { plugIns } from "./plug-ins.ts";
import { serviceFiles } from "./service-files.ts";

/** What `pnpm tidy` runs: what a linter does not see of the code base's own rules. */
export const CHECKS: readonly Check[] = [docLinks, fileNames, fileSize, layers, listed, plugIns, serviceFiles];
