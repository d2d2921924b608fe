export {
	type InstrumentListRequest,
	type InstrumentPosition,
	instrumentsOf,
	instrumentsOn,
	listInstrumentStates,
	loadInstrument,
} from "./read.ts";
export { saveInstrument } from "./save.ts";
