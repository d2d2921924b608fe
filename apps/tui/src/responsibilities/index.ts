// The door of the room: what other rooms of the command line use of it.
export { type Region, regionOption } from "./places.ts";
export { unitIdOf } from "./units-options.ts";
