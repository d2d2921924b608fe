export {
	countInstruments,
	type InstrumentListRequest,
	type InstrumentPosition,
	type InstrumentsAsked,
	listedInstruments,
	listInstrumentStates,
} from "./list.ts";
export { instrumentsOf, instrumentsOn, loadInstrument } from "./read.ts";
export { saveInstrument } from "./save.ts";
