import type { CommandOf } from "../types.ts";
import type { progressForms } from "./verbs.ts";

/** A command of this room, as the API takes it. */
export type ProgressInput = CommandOf<keyof typeof progressForms>;
