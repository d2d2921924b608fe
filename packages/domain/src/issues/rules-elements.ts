import { z } from "zod";

/** The seven elements of an issue (七要素, seed1): keys of rule PLAN-01 and of a ledger line's `missing`. */
export const RequiredElement = z.enum([
	"goal",
	"deadline",
	"responsibleUnit",
	"responsibleLeader",
	"responsiblePersons",
	"supervisingUnit",
	"measures",
]);
export type RequiredElement = z.infer<typeof RequiredElement>;
