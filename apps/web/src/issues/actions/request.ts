import type { CommandVerb } from "../../types.ts";

/** Which form is asked for, and about which part of the issue. */
export type ActionRequest = { readonly verb: CommandVerb; readonly part?: string };
