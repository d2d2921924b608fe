import type { RegionCode } from "@zhenggai/domain/kernel";
import { PROVINCE } from "../sample/data/places.ts";

/** Whether a region is of the sample's fictional province, whose code the standard gives to nobody. */
export const isSampleRegion = (region: RegionCode): boolean => region.slice(0, 2) === PROVINCE.slice(0, 2);
