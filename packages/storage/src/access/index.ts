export { findApiKey, insertApiKey, listApiKeys, revokeApiKey, touchApiKey } from "./api-keys.ts";
export { authAdapter } from "./auth-adapter.ts";
export {
	type DeviceRequest,
	decideDeviceRequest,
	deleteOldDeviceRequests,
	findDeviceRequest,
	insertDeviceRequest,
	type Redeemed,
	redeemDeviceRequest,
} from "./device-requests.ts";
export { deleteEndedSessions } from "./sessions.ts";
export {
	deleteOldTerminalSessions,
	endTerminalSession,
	endTerminalSessionByHash,
	endTerminalSessionsOf,
	findTerminalSession,
	listTerminalSessions,
	type TerminalSession,
	touchTerminalSession,
} from "./terminal-sessions.ts";
export { findUserById, findUserByName, insertUser, listUsers } from "./users.ts";
