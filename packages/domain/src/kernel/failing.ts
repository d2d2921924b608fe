import { z } from "zod";

/** 不落实、乱落实、假落实、少落实、慢落实、机械落实、应付式落实 (seed2, M55). */
export const FailureMode = z.enum([
	"notDone",
	"wronglyDone",
	"fakeDone",
	"partlyDone",
	"slowlyDone",
	"mechanicallyDone",
	"perfunctorilyDone",
]);
export type FailureMode = z.infer<typeof FailureMode>;

/** 表面、虚假、敷衍整改 (seed1, M53). */
export const FraudKind = z.enum(["surface", "false", "perfunctory"]);
export type FraudKind = z.infer<typeof FraudKind>;
