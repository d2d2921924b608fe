// The door of the room: what other rooms of the command line use of it.
export { importNotices } from "./import-notices.ts";
