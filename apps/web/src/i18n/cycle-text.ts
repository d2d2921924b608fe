import { formatCycle } from "@zhenggai/domain/vocabulary";
import { language } from "./index.ts";

/** A reporting cycle by its key, in the language of the interface. */
export const cycleText = (key: string): string => formatCycle(key, language());
