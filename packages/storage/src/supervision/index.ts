export {
	type InstrumentListRequest,
	type InstrumentPosition,
	instrumentsOf,
	listInstrumentStates,
	loadInstrument,
} from "./read.ts";
export { saveInstrument } from "./save.ts";
