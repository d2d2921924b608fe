export type { AppRouter, ErrorDetails, ErrorShape, FieldError } from "@zhenggai/api";
export { accessQueries } from "./access/queries.ts";
export { signOut } from "./access/session.ts";
export {
	answerTerminal,
	endSession,
	listSessions,
	type SessionRow,
	type TerminalRequest,
	terminalBehind,
} from "./access/sessions.ts";
export {
	awaitSignIn,
	type Credential,
	credentialOf,
	endSignIn,
	requestSignIn,
	type SignInAnswer,
	type SignInRequest,
} from "./access/terminal.ts";
export { accountabilityQueries } from "./accountability/queries.ts";
export { createZhenggaiClient, type ZhenggaiClient } from "./client.ts";
export { closeOutQueries } from "./close-out/queries.ts";
export { complaintQueries } from "./complaints/queries.ts";
export { FailedRequest, type Failure, failureOf } from "./failure.ts";
export { type Download, downloadArchive, downloadEvidence } from "./files/download.ts";
export {
	type FileSource,
	type Sent,
	type Upload,
	type UploadedFile,
	uploadEvidence,
} from "./files/upload.ts";
export { inTrayQueries } from "./in-tray/queries.ts";
export { issueQueries } from "./issues/queries.ts";
export { journalQueries } from "./journal/queries.ts";
export { progressQueries } from "./progress/queries.ts";
export type { Query } from "./query.ts";
export { responsibilityQueries } from "./responsibilities/queries.ts";
export { ruleQueries } from "./rules/queries.ts";
export { screeningQueries } from "./screening/queries.ts";
export { supervisionQueries } from "./supervision/queries.ts";
export type { ClientOptions } from "./transport.ts";
export type * from "./types.ts";
