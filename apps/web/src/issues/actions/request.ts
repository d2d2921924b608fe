import type { ActionVerb } from "./verbs.ts";

/** Which form is asked for, and about which part of the issue. */
export type ActionRequest = { readonly verb: ActionVerb; readonly part?: string };
