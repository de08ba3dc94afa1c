import { defineCheck } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { ratioLimit, partOf, waived } from "../limits/limit.ts";

/** Denies an order that would make the positions of one sector too large. */
export const sectorLimit = defineCheck({
  code: "SECTOR_LIMIT",
  doc: "The sum of the positions of a sector, all open orders filled.",
  remedy: "Close something of the sector first. Where the sector is missing (funds), name it in groups.yaml.",
  exemptsReducing: true,
  limits: {
    maxSectorExposure: {
      ...ratioLimit("Positions of the sector as a multiple of equity.", { careful: "0.4", normal: "1" }),
      suggest: () => waived("sectors are not told of every symbol; groups have their limit"),
    },
  },
  check: ({ worstSector, equity }, { maxSectorExposure }) => {
    const limit = partOf(equity, maxSectorExposure);
    return atMost({ what: "sectorExposure", value: worstSector, limit, named: "maxSectorExposure" });
  },
});
