import { z } from "zod";
import { Refusal } from "../kernel/index.ts";
import { ProgressCommand } from "./commands.ts";
import { Doubt } from "./schema.ts";

/** What is about to be sent together: a month's figures, steps and entry, or a batch of files. */
export const RehearsedCommands = z.array(ProgressCommand).min(1).max(200);
export type RehearsedCommands = z.infer<typeof RehearsedCommands>;

/**
 * What commands would lead to if they were sent now, one on top of the other: the doubts that the rules would raise
 * (EV-05), and what would be refused. Nothing is written down, and nobody else hears of it.
 */
export const Rehearsal = z.object({
	doubts: z.array(Doubt.pick({ rule: true, about: true, evidenceId: true, message: true })),
	/** By the place of the command among those that were asked about. */
	refused: z.array(z.object({ at: z.int().min(0), refusals: z.array(Refusal) })),
});
export type Rehearsal = z.infer<typeof Rehearsal>;

/** The largest file that is taken as evidence, in bytes. */
export const UploadLimit = z.object({ bytes: z.int().min(1) });
export type UploadLimit = z.infer<typeof UploadLimit>;
