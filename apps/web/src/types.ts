import type { ComplaintFilter, Inputs, IssueFilter } from "@zhenggai/client";

type Issues = Inputs["issues"];

/** What the ledger is asked with, as the API takes it. */
export type LedgerFilter = IssueFilter;
export type LedgerSort = NonNullable<Issues["list"]["sort"]>;

/** Verbs of the issue decider: those whose procedure takes a command of the same name. */
export type CommandVerb = {
	[V in keyof Issues]: Issues[V] extends { command: { type: V } } ? V : never;
}[keyof Issues];

/** A command as the API takes it. */
export type CommandOf<V extends CommandVerb> = Issues[V]["command"];

type Complaints = Inputs["complaints"];

/** What the list of complaints is asked with, as the API takes it. */
export type ComplaintListFilter = ComplaintFilter;
export type ComplaintListSort = NonNullable<Complaints["list"]["sort"]>;

/** Verbs of the complaint decider. */
export type ComplaintCommandVerb = {
	[V in keyof Complaints]: Complaints[V] extends { command: { type: V } } ? V : never;
}[keyof Complaints];
export type ComplaintCommandOf<V extends ComplaintCommandVerb> = Complaints[V]["command"];

export type ImportSourceInput = Issues["startImport"]["source"];
export type ImportChoicesInput = Issues["previewImport"]["choices"];
export type ComplaintChoicesInput = Inputs["complaints"]["previewImport"]["choices"];
export type NoticeChoicesInput = Inputs["closeOut"]["previewImport"]["choices"];
export type InspectionCommandInput = Issues["commandInspection"]["command"];
export type NewUnitInput = Inputs["responsibilities"]["registerUnit"]["unit"];
export type NewPersonInput = Inputs["responsibilities"]["registerPerson"]["person"];
export type NewApiKeyInput = Inputs["access"]["createApiKey"];
