import { z } from "zod";
import type { PollutionType } from "./proposal.ts";

/** The eight types that national tables count (domain.md §5.2), in their order. */
export const PollutionRoot = z.enum([
	"water",
	"air",
	"soil",
	"ecology",
	"noise",
	"marine",
	"radiation",
	"other",
]);
export type PollutionRoot = z.infer<typeof PollutionRoot>;

/**
 * The tree of two levels: which national type a printed one is counted under. Cooking fume and dust are parts of air;
 * solid waste stands under soil, as most tables have it (`D`).
 */
const ROOT: Readonly<Record<PollutionType, PollutionRoot>> = {
	water: "water",
	air: "air",
	soil: "soil",
	noise: "noise",
	ecology: "ecology",
	marine: "marine",
	radiation: "radiation",
	other: "other",
	fume: "air",
	dust: "air",
	solidWaste: "soil",
};

/** The national type of a type. */
export const rootOf = (type: PollutionType): PollutionRoot => ROOT[type];

/** The national types of several, each once: a case of dust and fume is one case of air. */
export const rootsOf = (types: readonly PollutionType[]): PollutionRoot[] => [...new Set(types.map(rootOf))];
