// The door of the room: what other rooms of the command line use of it.
export { isRegion, type Region, regionNamed, regionOption } from "./places.ts";
export { unitIdOf } from "./units-options.ts";
