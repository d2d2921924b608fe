// The door of the room: what other rooms of the command line use of it.
export { makeDirectory } from "./directory.ts";
export { refusalText } from "./import-text.ts";
