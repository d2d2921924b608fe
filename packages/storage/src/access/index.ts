export { findApiKey, insertApiKey, listApiKeys, revokeApiKey, touchApiKey } from "./api-keys.ts";
export { authAdapter } from "./auth-adapter.ts";
export { deleteEndedSessions } from "./sessions.ts";
export { findUserById, findUserByName, insertUser, listUsers } from "./users.ts";
